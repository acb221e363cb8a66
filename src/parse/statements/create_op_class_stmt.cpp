// CREATE OPERATOR CLASS.
#include "parse/definitions.hpp"
#include "parse/operator_family.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The written family, else the one of the class's own name, which the server makes if need be.
ObjectId family_of(const ::CreateOpClassStmt& statement, const ObjectId& made, Replay& replay) {
  if (statement.opfamilyname != nullptr) {
    const auto found = find_of_method(ObjectKind::operator_family, statement.opfamilyname,
                                      statement.amname, replay);
    if (found) return *found;
    const auto parts = sql::strings_of(statement.opfamilyname);
    const std::string space = parts.size() > 1 ? parts[parts.size() - 2] : "pg_catalog";
    return method_object_id(ObjectKind::operator_family, qualified(space, parts.back()),
                            Identifier(statement.amname));
  }
  ObjectId family = made;
  family.kind = ObjectKind::operator_family;
  if (!replay.catalog().contains(family)) replay.put(family, OperatorFamily{});
  return family;
}

void add_loose(const ObjectId& family, const FamilyMembers& loose, Replay& replay) {
  if (loose.operators.empty() && loose.functions.empty()) return;
  auto* holder = replay.model().get<OperatorFamily>(family);
  if (holder == nullptr) return replay.unmanaged("members of " + described(family));
  auto& members = holder->members;
  members.operators.insert(members.operators.end(), loose.operators.begin(), loose.operators.end());
  members.functions.insert(members.functions.end(), loose.functions.begin(), loose.functions.end());
  sort_members(members);
  replay.touch(family);
}

}  // namespace

void lower(const ::CreateOpClassStmt& statement, Replay& replay) {
  const Identifier method(sql::text_of(statement.amname));
  const ObjectId id = method_object_id(ObjectKind::operator_class,
                                       replay.creation_name(statement.opclassname), method);
  if (!is_free(id, replay)) return;
  OperatorClass made;
  made.type = replay.type(*statement.datatype);
  made.type.modifiers.clear();
  made.is_default = statement.isDefault;
  for (const auto* item : sql::items<::CreateOpClassItem>(statement.items)) {
    if (item->itemtype != OPCLASS_ITEM_STORAGETYPE) continue;
    TypeRef storage = replay.type(*item->storedtype);
    storage.modifiers.clear();  // bit is written for bit(1)
    if (!(storage == made.type)) made.storage = storage;
  }
  const ObjectId family = family_of(statement, id, replay);
  made.family = family.qualified_name();
  FamilyMembers members = family_members(statement.items, method, made.type, replay);
  replay.put(id, std::move(made));
  tie_to_classes(members, family, id, replay);
  replay.touch(id);
  add_loose(family, members, replay);
}

}  // namespace pgplumb::parse
