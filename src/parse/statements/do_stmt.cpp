// DO: a PL/pgSQL block, run on the model where its text tells what it does.
#include <string_view>
#include <utility>

#include "parse/block_interpreter.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

const DefElem* option_named(const ::DoStmt& statement, std::string_view name) {
  for (const DefElem* option : sql::items<DefElem>(statement.args)) {
    if (name == option->defname) return option;
  }
  return nullptr;
}

// Where the block's text stands in the source; a point where it is written with escapes.
SourceSpan place_of(const DefElem& body, const std::string& text, const Replay& replay) {
  SourceSpan literal = replay.statement().at(body.location);
  const std::string_view source = literal.source->text();
  const std::size_t open =
      source[literal.begin] == '$' ? source.find('$', literal.begin + 1) + 1 : literal.begin + 1;
  const bool verbatim = source.substr(std::min(open, source.size()), text.size()) == text;
  if (verbatim) return {literal.source, open, open + text.size()};
  return {literal.source, replay.statement().span.begin, replay.statement().span.begin};
}

}  // namespace

void lower(const ::DoStmt& statement, Replay& replay) {
  const DefElem* language = option_named(statement, "language");
  if (language != nullptr && sql::string_of(language->arg) != "plpgsql") {
    return replay.opaque("a block in " + sql::string_of(language->arg));
  }
  const DefElem* body = option_named(statement, "as");
  if (body == nullptr) return;
  const std::string text = sql::string_of(body->arg);
  const SourceSpan place = place_of(*body, text, replay);
  if (auto stuck = run_block(text, place, {}, replay)) {
    replay.opaque(std::move(stuck->why), std::move(stuck->reach));
  }
}

}  // namespace pgplumb::parse
