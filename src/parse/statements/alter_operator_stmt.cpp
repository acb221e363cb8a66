// ALTER OPERATOR … SET (…).
#include "parse/definition.hpp"
#include "parse/object_lookup.hpp"
#include "parse/operators.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void link(const Definition& definition, std::string_view option, const TypeRef& left,
          const TypeRef& right, const ObjectId& id, QualifiedName Operator::*member,
          Replay& replay) {
  const std::vector<std::string> names = definition.names({option});
  if (names.empty()) return;
  const auto other = find_exact_operator(names, left, right, replay);
  if (!other) return replay.unresolved("operator", names.back());
  replay.model().get<Operator>(id)->*member = *other;
  const ObjectId other_id = operator_id(*other, left, right);
  if (auto* op = replay.model().get<Operator>(other_id)) {
    op->*member = id.qualified_name();
    replay.touch(other_id);
  }
}

// RESTRICT = 1: an estimator is a function's name, or NONE.
bool is_number(const ::DefElem& option) {
  return option.arg != nullptr &&
         (nodeTag(option.arg) == T_Integer || nodeTag(option.arg) == T_Float);
}

bool estimators_are_names(const ::List* options, Replay& replay) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    const std::string name = sql::text_of(option->defname);
    if ((name != "restrict" && name != "join") || !is_number(*option)) continue;
    replay.error(DiagnosticCode::refused_statement,
                 "argument of " + printable(name) + " must be a name", option->location);
    return false;
  }
  return true;
}

}  // namespace

void lower(const ::AlterOperatorStmt& statement, Replay& replay) {
  const FoundObject found =
      find_object(OBJECT_OPERATOR, reinterpret_cast<const ::Node*>(statement.opername), nullptr,
                  nullptr, replay);
  if (!found.id) return report_missing(found, false, replay);
  if (!estimators_are_names(statement.options, replay)) return;
  const Definition definition(statement.options, replay);
  const ObjectId id = *found.id;
  auto& op = *replay.model().get<Operator>(id);
  if (definition.has({"restrict"})) op.restrict_estimator = definition.function({"restrict"});
  if (definition.has({"join"})) op.join_estimator = definition.function({"join"});
  if (definition.has({"hashes"})) op.hashes = definition.flag({"hashes"});
  if (definition.has({"merges"})) op.merges = definition.flag({"merges"});
  const TypeRef left = op.left;
  const TypeRef right = op.right;
  link(definition, "commutator", right, left, id, &Operator::commutator, replay);
  link(definition, "negator", left, right, id, &Operator::negator, replay);
  replay.touch(id);
}

}  // namespace pgplumb::parse
