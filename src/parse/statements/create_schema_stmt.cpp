// CREATE SCHEMA [AUTHORIZATION] with the elements inside it.
#include "parse/public_namespace.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void lower_element(const ::Node* element, Replay& replay) {
  switch (nodeTag(element)) {
    case T_CreateSeqStmt: return lower(*reinterpret_cast<const CreateSeqStmt*>(element), replay);
    case T_CreateStmt: return lower(*reinterpret_cast<const CreateStmt*>(element), replay);
    case T_ViewStmt: return lower(*reinterpret_cast<const ViewStmt*>(element), replay);
    case T_IndexStmt: return lower(*reinterpret_cast<const IndexStmt*>(element), replay);
    case T_CreateTrigStmt: return lower(*reinterpret_cast<const CreateTrigStmt*>(element), replay);
    case T_GrantStmt: return lower(*reinterpret_cast<const GrantStmt*>(element), replay);
    default: return replay.unmanaged("schema element");
  }
}

// The order in which the server runs them, whatever order they are written in.
int rank_of(const ::Node* element) {
  switch (nodeTag(element)) {
    case T_CreateSeqStmt: return 0;
    case T_CreateStmt: return 1;
    case T_ViewStmt: return 2;
    case T_IndexStmt: return 3;
    case T_CreateTrigStmt: return 4;
    default: return 5;
  }
}

void lower_elements(const ::CreateSchemaStmt& statement, const std::string& name,
                    const std::optional<std::string>& owner, Replay& replay) {
  const SearchPath path_before = replay.search_path();
  const auto role_before = replay.role();
  SearchPath path = path_before;
  path.insert(path.begin(), name);
  replay.set_search_path(std::move(path), SettingScope::transaction);
  if (owner) replay.set_role(owner, SettingScope::transaction);
  constexpr int kRanks = 6;
  for (int rank = 0; rank < kRanks; ++rank) {
    for (const Node* element : sql::items<Node>(statement.schemaElts)) {
      if (rank_of(element) == rank) lower_element(element, replay);
    }
  }
  replay.set_role(role_before, SettingScope::transaction);
  replay.set_search_path(path_before, SettingScope::transaction);
}

}  // namespace

void lower(const ::CreateSchemaStmt& statement, Replay& replay) {
  std::optional<std::string> owner;
  if (statement.authrole != nullptr) owner = role_of(*statement.authrole, replay);
  if (statement.schemaname == nullptr && !owner) {
    return replay.opaque("the schema is named after a role that the text does not name");
  }
  const std::string name = statement.schemaname != nullptr ? statement.schemaname : *owner;
  const ObjectId id = object_id(ObjectKind::namespace_, Identifier(name));
  if (replay.model().contains(id)) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object, "schema \"" + name + "\" exists already");
  }
  const auto role_before = replay.role();
  if (owner) replay.set_role(owner, SettingScope::transaction);
  replay.put(id, Namespace{});
  lack_initial_facts(id, replay);
  replay.set_role(role_before, SettingScope::transaction);
  lower_elements(statement, name, owner, replay);
}

}  // namespace pgplumb::parse
