#include "tests/acceptance/row_digests.hpp"

#include <set>
#include <utility>

#include "diff/hazard.hpp"
#include "schema/quote.hpp"

namespace pgplumb::acceptance {
namespace {

TableDigest digest_of(const ObjectId& table, const Catalog& catalog, pg::Session& session) {
  const std::vector<ObjectId> columns = catalog.attributes_of(table);
  std::string select = "select count(*)";
  for (const ObjectId& id : columns) {
    const std::string column = quote_identifier(id.member);
    select += ", count(" + column + "), md5(coalesce(string_agg(" + column +
              "::text, ',' order by " + column + "::text), ''))";
  }
  const pg::Rows rows =
      session.query(select + " from only " + quote_qualified(table.qualified_name()));
  TableDigest digest;
  digest.rows = rows.front().integer(0);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    digest.columns[columns[i]] = {rows.front().integer(2 * i + 1), rows.front().string(2 * i + 2)};
  }
  return digest;
}

// What may have changed, by the plan's own word.
std::set<ObjectId> excused(const diff::Plan& plan) {
  std::set<ObjectId> ids;
  for (const diff::HazardOn& hazard : plan.hazards()) {
    const bool says_so =
        facts_of(hazard.hazard).loses || hazard.hazard == diff::Hazard::fills_values;
    if (says_so) ids.insert(hazard.id);
  }
  return ids;
}

// Ids of the current state as the desired one has them.
std::map<ObjectId, ObjectId> renamed_ids(const diff::Plan& plan) {
  std::map<ObjectId, ObjectId> ids;
  for (const diff::Change& change : plan.comparison.changes) {
    if (change.verb == diff::Verb::rename) ids[*change.before] = change.id;
  }
  return ids;
}

class RowCheck {
 public:
  RowCheck(const Catalog& current, const Catalog& desired, const diff::Plan& plan, std::string when,
           Problems& problems)
      : current_(current),
        desired_(desired),
        excused_(excused(plan)),
        renamed_(renamed_ids(plan)),
        when_(std::move(when)),
        problems_(problems) {}

  void check(const ObjectId& id, const TableDigest& was, const RowDigests& after) {
    const ObjectId id_after = after_rename(id);
    const auto found = after.find(id_after);
    if (found == after.end()) return require_excused(id, "is gone");
    if (found->second.rows != was.rows) require_excused(id_after, "has another number of rows");
    for (const auto& [column, values] : was.columns) {
      ObjectId column_after = after_rename(column);
      if (column_after == column) {
        column_after.space = id_after.space;
        column_after.name = id_after.name;
      }
      check_column(column, values, column_after, found->second);
    }
  }

 private:
  ObjectId after_rename(const ObjectId& id) const {
    const auto found = renamed_.find(id);
    if (found != renamed_.end()) return found->second;
    const auto space = renamed_.find(object_id(ObjectKind::namespace_, Identifier(id.space)));
    ObjectId moved = id;
    if (space != renamed_.end()) moved.space = space->second.name;
    return moved;
  }

  void check_column(const ObjectId& before, const ColumnDigest& was, const ObjectId& id,
                    const TableDigest& now) {
    const auto found = now.columns.find(id);
    const auto* one = current_.get<Attribute>(before);
    if (found == now.columns.end()) {
      // A computed value is no loss; an inherited column goes with its parent's, which is one.
      if (one->generated == Generated::none && one->local) require_excused(before, "is gone");
      return;
    }
    const auto* two = desired_.get<Attribute>(id);
    if (one->generated != Generated::none && two->generated != Generated::none) return;
    const bool kept = found->second.values == was.values &&
                      (one->type != two->type || found->second.digest == was.digest);
    if (!kept) require_excused(id, "holds other values");
  }

  void require_excused(const ObjectId& id, const std::string& what) {
    if (excused_.contains(id)) return;
    problems_.push_back(when_ + ": " + described(id) + " " + what);
  }

  const Catalog& current_;
  const Catalog& desired_;
  std::set<ObjectId> excused_;
  std::map<ObjectId, ObjectId> renamed_;
  std::string when_;
  Problems& problems_;
};

}  // namespace

RowDigests digests_of(const Catalog& catalog, pg::Session& session) {
  RowDigests digests;
  for (const auto& [id, object] : catalog.objects()) {
    const auto* relation = std::get_if<Relation>(&object);
    // The rows of a foreign table are elsewhere.
    const bool holds = relation != nullptr && relation->relation_kind != RelationKind::foreign;
    if (holds) digests[id] = digest_of(id, catalog, session);
  }
  return digests;
}

std::int64_t rows_in(const RowDigests& digests) {
  std::int64_t rows = 0;
  for (const auto& [id, digest] : digests) rows += digest.rows;
  return rows;
}

void require_rows_kept(const RowDigests& before, const RowDigests& after, const Catalog& current,
                       const Catalog& desired, const diff::Plan& plan, const std::string& when,
                       Problems& problems) {
  RowCheck check(current, desired, plan, when, problems);
  for (const auto& [id, digest] : before) {
    // An empty table has nothing to keep; dropping it is a hazard all the same.
    if (digest.rows > 0) check.check(id, digest, after);
  }
}

}  // namespace pgplumb::acceptance
