// ALTER TYPE … ADD VALUE, RENAME VALUE.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "schema/quote.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

using Labels = std::vector<std::string>;

Labels::iterator find_label(Labels& labels, const char* label) {
  return std::find(labels.begin(), labels.end(), sql::text_of(label));
}

void no_such_label(const char* label, Replay& replay) {
  replay.unresolved("enum label", sql::text_of(label));
}

// Replaces every `part` that does not stand inside a longer literal.
std::string replaced(const std::string& text, const std::string& part, const std::string& by) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, begin)) {
    const bool whole = at == 0 || text[at - 1] != '\'';
    result.append(text, begin, at - begin).append(whole ? by : part);
    begin = at + part.size();
  }
  return result.append(text, begin);
}

struct LabelRenaming : ReferenceVisitor {
  std::string before;  // 'label'::space.type
  std::string after;
  bool changed = false;

  // The server keeps the value, not its name. An open expression is left as it is: what it means
  // can't be told from the text anyway.
  void expression(Expression& expression, const ExpressionContext&) {
    if (!expression.closed) return;
    std::string text = replaced(expression.canonical, before, after);
    if (text == expression.canonical) return;
    expression.text = std::move(text);
    expression.search_path = nullptr;
    changed = true;
  }
};

void rename_in_expressions(const ObjectId& type, const ::AlterEnumStmt& statement, Replay& replay) {
  const std::string cast = "::" + quote_qualified(type.qualified_name());
  LabelRenaming renaming;
  renaming.before = quote_literal(sql::text_of(statement.oldVal)) + cast;
  renaming.after = quote_literal(sql::text_of(statement.newVal)) + cast;
  std::vector<ObjectId> changed;
  for (const auto& [id, object] : replay.catalog().objects()) {
    renaming.changed = false;
    visit_references(id, *replay.model().find(id), renaming);
    if (renaming.changed) changed.push_back(id);
  }
  for (const ObjectId& id : changed) sql::canonicalize(id, replay.model(), replay.names());
}

bool rename_label(const ::AlterEnumStmt& statement, Labels& labels, Replay& replay) {
  const auto found = find_label(labels, statement.oldVal);
  if (found == labels.end()) {
    no_such_label(statement.oldVal, replay);
    return false;
  }
  *found = sql::text_of(statement.newVal);
  return true;
}

bool add_label(const ::AlterEnumStmt& statement, Labels& labels, Replay& replay) {
  auto place = labels.end();
  if (statement.newValNeighbor != nullptr) {
    place = find_label(labels, statement.newValNeighbor);
    if (place == labels.end()) {
      no_such_label(statement.newValNeighbor, replay);
      return false;
    }
    if (statement.newValIsAfter) ++place;
  }
  labels.insert(place, sql::text_of(statement.newVal));
  return true;
}

}  // namespace

void lower(const ::AlterEnumStmt& statement, Replay& replay) {
  const auto id = replay.find_type(statement.typeName);
  auto* type = id ? replay.model().get<EnumType>(*id) : nullptr;
  if (type == nullptr) {
    const auto names = sql::strings_of(statement.typeName);
    return replay.unresolved("enum type", names.empty() ? "" : names.back());
  }
  if (find_label(type->labels, statement.newVal) != type->labels.end()) {
    if (statement.skipIfNewValExists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "enum label \"" + sql::text_of(statement.newVal) + "\" exists already");
  }
  const bool changed = statement.oldVal != nullptr ? rename_label(statement, type->labels, replay)
                                                   : add_label(statement, type->labels, replay);
  if (!changed) return;
  replay.touch(*id);
  if (statement.oldVal != nullptr) rename_in_expressions(*id, statement, replay);
}

}  // namespace pgplumb::parse
