// ALTER OPERATOR FAMILY … ADD, DROP.
#include <algorithm>

#include "parse/operator_family.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The entry of a DROP: what it is, its number and its types.
struct Entry {
  bool is_operator = false;
  int number = 0;
  TypeRef left;
  TypeRef right;
};

std::vector<Entry> entries_of(const ::List* items, const Replay& replay) {
  std::vector<Entry> entries;
  for (const auto* item : sql::items<::CreateOpClassItem>(items)) {
    Entry entry{item->itemtype == OPCLASS_ITEM_OPERATOR, item->number, {}, {}};
    const auto types = sql::items<::TypeName>(item->class_args);
    if (types.empty()) continue;
    entry.left = replay.type(*types[0]);
    entry.right = replay.type(*types[types.size() - 1]);
    entries.push_back(std::move(entry));
  }
  return entries;
}

void remove(const std::vector<Entry>& entries, FamilyMembers& members) {
  const auto same = [](const Entry& entry, const auto& member) {
    return entry.left == member.left && entry.right == member.right;
  };
  for (const Entry& entry : entries) {
    if (entry.is_operator) {
      std::erase_if(members.operators, [&](const FamilyOperator& member) {
        return member.strategy == entry.number && same(entry, member);
      });
    } else {
      std::erase_if(members.functions, [&](const FamilyFunction& member) {
        return member.number == entry.number && same(entry, member);
      });
    }
  }
}

}  // namespace

void lower(const ::AlterOpFamilyStmt& statement, Replay& replay) {
  const auto id =
      find_of_method(ObjectKind::operator_family, statement.opfamilyname, statement.amname, replay);
  // A family that PostgreSQL or an extension brought along is none of the model's.
  if (!id) {
    return replay.unmanaged("members of operator family " + written(statement.opfamilyname));
  }
  auto& members = replay.model().get<OperatorFamily>(*id)->members;
  if (statement.isDrop) {
    remove(entries_of(statement.items, replay), members);
    return replay.touch(*id);
  }
  FamilyMembers added =
      family_members(statement.items, Identifier(statement.amname), TypeRef{}, replay);
  tie_to_classes(added, *id, std::nullopt, replay);
  members.operators.insert(members.operators.end(), added.operators.begin(), added.operators.end());
  members.functions.insert(members.functions.end(), added.functions.begin(), added.functions.end());
  sort_members(members);
  replay.touch(*id);
}

}  // namespace pgplumb::parse
