// The statements of a PL/pgSQL block, as far as their control flow matters.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pgplumb::parse {

// A piece of the text: SQL or an expression.
struct PlText {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

struct PlStatement;
using PlBody = std::vector<PlStatement>;

// IF / ELSIF / WHEN of a CASE: what runs when `condition` holds.
struct PlBranch {
  PlText condition;
  PlBody body;
};

struct PlHandler {
  std::vector<std::string> conditions;  // "duplicate_object", "others", "sqlstate 42710"
  PlBody body;
};

struct PlDeclaration {
  std::string name;
  PlText value;  // empty: null
};

struct PlStatement {
  enum class Kind {
    block,    // declarations, body, handlers
    if_,      // branches, otherwise
    case_,    // of a value: condition text; branches, otherwise
    loop,     // body; over: what it goes over
    assign,   // target := text
    execute,  // text; into
    perform,  // text: PERFORM text, CALL text
    return_,  // leaves the block
    leave,    // EXIT, CONTINUE
    raise,    // an exception
    nothing,  // NULL, RAISE NOTICE, GET DIAGNOSTICS, cursors, COMMIT …
    sql       // text without its INTO; into
  };
  Kind kind = Kind::nothing;
  PlText text;
  std::vector<std::string> into;  // variables that get a value
  std::vector<PlDeclaration> declarations;
  std::vector<PlBranch> branches;
  PlBody body;
  PlBody otherwise;
  std::vector<PlHandler> handlers;
  enum class Over { other, query, array };
  Over over = Over::other;  // loop: FOR … IN text, FOREACH … IN ARRAY text
  // sql: the text has its INTO taken out already, in place of `text`.
  std::string sql;
};

}  // namespace pgplumb::parse
