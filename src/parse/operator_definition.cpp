// CREATE OPERATOR: with the links between commutators and negators that the server keeps up.
#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "parse/operators.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

Operator operator_of(const Definition& definition, const Replay& replay) {
  Operator op;
  op.left = definition.type({"leftarg"});
  op.right = definition.type({"rightarg"});
  std::vector<TypeRef> arguments = {op.right};
  if (!op.left.empty()) arguments.insert(arguments.begin(), op.left);
  const std::vector<std::string> names = definition.names({"function", "procedure"});
  if (!names.empty()) {
    const auto found = sql::find_function(names, arguments, replay.catalog(), replay.search_path());
    op.function = found.name;
    op.result = found.result;
  }
  op.restrict_estimator = definition.function({"restrict"});
  op.join_estimator = definition.function({"join"});
  op.hashes = definition.flag({"hashes"});
  op.merges = definition.flag({"merges"}) ||
              definition.has({"sort1", "sort2", "ltcmp", "gtcmp"});  // the words of old
  return op;
}

// The other operator, made as a shell where there is none yet. `self`: the one being made.
QualifiedName linked(const std::vector<std::string>& names, const ::List* written,
                     const TypeRef& left, const TypeRef& right, const ObjectId& self,
                     Replay& replay) {
  if (names.empty()) return {};
  if (const auto found = find_exact_operator(names, left, right, replay)) return *found;
  QualifiedName name = replay.creation_name(written);
  const ObjectId id = operator_id(name, left, right);
  if (id == self) return name;
  Operator shell;
  shell.left = left;
  shell.right = right;
  replay.put(id, shell);
  return name;
}

// The grammar gives names of operators as lists, but for one in quotes: '<->'.
const ::List* written(const Definition& definition, std::string_view name) {
  const ::DefElem* option = definition.find({name});
  if (option == nullptr) return nullptr;
  if (PGPLUMB_NODE_AS(option->arg, String) != nullptr) return list_make1(option->arg);
  return PGPLUMB_NODE_AS(option->arg, List);
}

void link_back(const QualifiedName& other, const TypeRef& left, const TypeRef& right,
               QualifiedName Operator::*link, const ObjectId& id, Replay& replay) {
  if (other.empty()) return;
  const ObjectId other_id = operator_id(other, left, right);
  auto* op = replay.model().get<Operator>(other_id);
  if (op == nullptr || other_id == id || !(op->*link).empty()) return;
  op->*link = id.qualified_name();
  replay.touch(other_id);
}

}  // namespace

std::optional<QualifiedName> find_exact_operator(const std::vector<std::string>& names,
                                                 const TypeRef& left, const TypeRef& right,
                                                 const Replay& replay) {
  SearchPath spaces = replay.search_path();
  if (names.size() > 1) spaces = {names[names.size() - 2]};
  for (const std::string& space : spaces) {
    const QualifiedName name = qualified(space, names.back());
    if (replay.catalog().contains(operator_id(name, left, right))) return name;
  }
  return sql::find_exact_operator(names, left, right, replay.catalog(), replay.search_path());
}

void define_operator(const ::DefineStmt& statement, Replay& replay) {
  const Definition definition(statement.definition, replay);
  Operator op = operator_of(definition, replay);
  const ObjectId id = operator_id(replay.creation_name(statement.defnames), op.left, op.right);
  const auto* existing = replay.catalog().get<Operator>(id);
  if (existing != nullptr && !existing->function.empty()) {
    return replay.error(DiagnosticCode::duplicate_object, described(id) + " exists already");
  }
  op.commutator = linked(definition.names({"commutator"}), written(definition, "commutator"),
                         op.right, op.left, id, replay);
  op.negator = linked(definition.names({"negator"}), written(definition, "negator"), op.left,
                      op.right, id, replay);
  replay.put(id, op);
  link_back(op.commutator, op.right, op.left, &Operator::commutator, id, replay);
  link_back(op.negator, op.left, op.right, &Operator::negator, id, replay);
}

void forget_operators(const std::set<ObjectId>& gone, Replay& replay) {
  std::vector<std::pair<ObjectId, Operator>> changed;
  for (const auto [id, op] : replay.catalog().all<Operator>()) {
    Operator rest = op;
    if (gone.contains(operator_id(op.commutator, op.right, op.left))) rest.commutator = {};
    if (gone.contains(operator_id(op.negator, op.left, op.right))) rest.negator = {};
    if (compare_any(op, rest) != Verdict::different) continue;
    changed.emplace_back(id, std::move(rest));
  }
  for (auto& [id, rest] : changed) {
    *replay.model().get<Operator>(id) = std::move(rest);
    replay.touch(id);
  }
}

}  // namespace pgplumb::parse
