// ALTER TABLE | INDEX | MATERIALIZED VIEW ALL IN TABLESPACE.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "parse/relation_tree.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

ObjectId whose_owner_counts(const ObjectId& id, const Object& object) {
  if (const auto* index = std::get_if<Index>(&object)) {
    return object_id(ObjectKind::relation, index->relation);
  }
  return id.kind == ObjectKind::constraint ? relation_of(id) : id;
}

// Where the object is stored, when it is of the kind that the statement moves; Any is Object, const
// or not.
template <typename Any>
auto tablespace_in(int type, Any& object) -> decltype(&std::get_if<Index>(&object)->tablespace) {
  switch (type) {
    case OBJECT_TABLE: {
      auto* relation = std::get_if<Relation>(&object);
      const bool stored =
          relation != nullptr && relation->relation_kind != RelationKind::partitioned;
      return stored ? &relation->tablespace : nullptr;
    }
    case OBJECT_INDEX: {
      auto* constraint = std::get_if<Constraint>(&object);
      if (constraint != nullptr) return has_index(*constraint) ? &constraint->tablespace : nullptr;
      auto* index = std::get_if<Index>(&object);
      return index != nullptr ? &index->tablespace : nullptr;
    }
    default: {
      auto* view = std::get_if<MaterializedView>(&object);
      return view != nullptr ? &view->tablespace : nullptr;
    }
  }
}

class OwnerFilter {
 public:
  OwnerFilter(const ::List* roles, const Replay& replay) : replay_(replay) {
    for (const ::RoleSpec* role : sql::items<::RoleSpec>(roles)) {
      roles_.push_back(written_role_of(*role, replay).value_or(""));
    }
  }

  [[nodiscard]] bool takes(const ObjectId& id, const Object& object) const {
    if (roles_.empty()) return true;
    const auto* owner =
        replay_.catalog().get<Owner>(about(ObjectKind::owner, whose_owner_counts(id, object)));
    return std::ranges::find(roles_, owner != nullptr ? owner->role : "") != roles_.end();
  }

 private:
  const Replay& replay_;
  std::vector<std::string> roles_;
};

}  // namespace

void lower(const ::AlterTableMoveAllStmt& statement, Replay& replay) {
  const Identifier before = unless(statement.orig_tablespacename, "pg_default");
  const Identifier after = unless(statement.new_tablespacename, "pg_default");
  const OwnerFilter owners(statement.roles, replay);
  std::vector<ObjectId> moved;
  for (const auto& [id, object] : replay.catalog().objects()) {
    const Identifier* tablespace = tablespace_in(statement.objtype, object);
    if (tablespace == nullptr || *tablespace != before || !owners.takes(id, object)) continue;
    moved.push_back(id);
  }
  for (const ObjectId& id : moved) {
    Object object = *replay.catalog().find(id);
    *tablespace_in(statement.objtype, object) = after;
    replay.put(id, std::move(object));
  }
}

}  // namespace pgplumb::parse
