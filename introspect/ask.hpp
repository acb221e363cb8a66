// Layer 3 of the canonical form: how would this server print that expression?
//
// The expression is put into a temporary object like the one that holds it, and read back, in a
// transaction that is rolled back. The texts are byte for byte those of permanent objects.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "schema/expression.hpp"

namespace pgplumb::introspect {

struct Question {
  ObjectId id;                // the object that holds the expression
  ExpressionContext context;  // as visit_references gives it
  Expression expression;      // its text and search path are used
};

enum class AnswerState {
  answered,
  impossible,  // the server refuses it: no object of this server can be equal to it
  unanswered,  // could not be asked
};

struct Answer {
  AnswerState state = AnswerState::unanswered;
  std::string text;    // answered: as a server prints it with an empty search path; "" is a default
                       // that the server keeps as none (DEFAULT NULL)
  std::string reason;  // else: "cannot be: <message of the server>", or why it was not asked

  [[nodiscard]] bool answered() const { return state == AnswerState::answered; }
};

struct AskOptions {
  std::chrono::milliseconds lock_timeout{3'000};
  std::chrono::milliseconds statement_timeout{60'000};
};

// One answer for each question, in order. `model` is the state that the questions come from: it
// says which columns, of which types, the expressions see. Nothing stays behind on the server; no
// lock is taken on the tables themselves (ACCESS SHARE on what views and policies read). Works
// inside an open transaction, too, which goes on as before.
//
// Where the role may not make temporary objects, or the server is a standby, there is one
// `not_readable` diagnostic and no question is answered. Throws pg::ConnectionError.
[[nodiscard]] std::vector<Answer> ask_server(pg::Session& session, const Catalog& model,
                                             const std::vector<Question>& questions,
                                             const AskOptions& options, Diagnostics& diagnostics);

// A type name that the text alone does not resolve.
struct TypeQuestion {
  TypeRef type;  // the name may have a namespace
  SearchPath search_path;
};

// The type as the catalogs name it ("int4" in pg_catalog), modifiers and `array` kept; nothing
// where the server has no such type. Writes nothing and needs no right.
[[nodiscard]] std::vector<std::optional<TypeRef>> ask_types(
    pg::Session& session, const std::vector<TypeQuestion>& questions);

}  // namespace pgplumb::introspect
