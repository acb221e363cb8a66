#include "workflow/desired_rows.hpp"

#include <algorithm>

#include "diff/rename.hpp"
#include "schema/quote.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/row_rules.hpp"

namespace pgplumb::workflow {
namespace {

bool takes_values(const Attribute& attribute) { return attribute.generated == Generated::none; }

// What the user, or a default, would give to a column that is new.
bool needs_value(const Catalog& catalog, const ObjectId& column) {
  const auto* attribute = catalog.get<Attribute>(column);
  const ObjectId value =
      part_of(*parent_of(column), ObjectKind::attribute_default, Identifier(column.member));
  return attribute->not_null && attribute->identity == Identity::none && takes_values(*attribute) &&
         !catalog.contains(value);
}

}  // namespace

DesiredRows::DesiredRows(const Catalog& current, const Catalog& desired,
                         const std::vector<diff::RenameHint>& renames, pg::Session& session)
    : current_(current),
      desired_(desired),
      renames_(renames),
      back_(reversed(renames)),
      session_(session),
      transaction_(session),
      values_(desired, session) {
  session_.execute("set local session_replication_role = replica");
}

ObjectId DesiredRows::later(const ObjectId& id) const { return diff::renamed_id(id, renames_); }

ObjectId DesiredRows::before(const QualifiedName& relation, const Identifier& column) const {
  const ObjectId table = object_id(ObjectKind::relation, relation);
  return diff::renamed_id(part_of(table, ObjectKind::attribute, column), back_);
}

std::map<ObjectId, ObjectId> DesiredRows::references(const ObjectId& relation) const {
  std::map<ObjectId, ObjectId> found;
  for (const ObjectId& id : desired_.parts_of(later(relation), ObjectKind::constraint)) {
    const auto* constraint = desired_.get<Constraint>(id);
    if (constraint->type != ConstraintType::foreign_key) continue;
    const std::size_t columns =
        std::min(constraint->columns.size(), constraint->foreign_columns.size());
    for (std::size_t i = 0; i < columns; ++i) {
      const ObjectId own = before(id.qualified_name(), constraint->columns[i]);
      const ObjectId other = before(constraint->foreign_relation, constraint->foreign_columns[i]);
      if (current_.contains(own) && current_.contains(other)) found.emplace(own, other);
    }
  }
  return found;
}

std::optional<pg::ServerReport> DesiredRows::refusal(const ObjectId& relation, const Row& row) {
  if (!desired_.contains(later(relation))) return std::nullopt;
  pg::Savepoint savepoint(session_, "pgplumb_row");
  try {
    session_.execute(statement(relation, row));
    savepoint.rollback();
    return std::nullopt;
  } catch (const pg::ServerError& error) {
    savepoint.rollback();
    return error.report();
  }
}

std::string DesiredRows::statement(const ObjectId& relation, const Row& row) {
  std::string names;
  std::string values;
  const auto add = [&](const ObjectId& column, const std::string& value) {
    names += (names.empty() ? "" : ", ") + quote_identifier(column.member);
    values += (values.empty() ? "" : ", ") + value;
  };
  std::set<ObjectId> present;
  for (const auto& [column, text] : row) {
    const ObjectId id = later(part_of(relation, ObjectKind::attribute, Identifier(column)));
    const auto* attribute = desired_.get<Attribute>(id);
    if (attribute == nullptr || !takes_values(*attribute)) continue;
    present.insert(id);
    // Without a cast, which would cut what is too long.
    add(id, text ? quote_literal(*text) : "null");
  }
  for (const ObjectId& id : desired_.attributes_of(later(relation))) {
    if (present.contains(id) || !needs_value(desired_, id)) continue;
    const TypeRef& type = desired_.get<Attribute>(id)->type;
    const Candidates candidates = values_.of(type);
    if (!candidates.empty()) add(id, "(" + candidates.front() + ")::" + format_type(type));
  }
  const std::string table = quote_qualified(later(relation).qualified_name());
  if (names.empty()) return "insert into " + table + " default values";
  return "insert into " + table + " (" + names + ") overriding system value values (" + values +
         ")";
}

std::set<std::string> DesiredRows::refused_columns(const ObjectId& relation,
                                                   const pg::ServerReport& refusal) const {
  const std::set<std::string> refused =
      workflow::refused_columns(desired_, later(relation), refusal);
  std::set<std::string> columns;
  for (const ObjectId& id : current_.attributes_of(relation)) {
    if (refused.contains(later(id).member)) columns.insert(id.member);
  }
  return columns;
}

std::vector<std::string> DesiredRows::rules_about(const ObjectId& column) const {
  const ObjectId id = later(column);
  return workflow::rules_about(desired_, *parent_of(id), id.member);
}

Candidates DesiredRows::values(const ObjectId& column) {
  const auto* attribute = desired_.get<Attribute>(later(column));
  return attribute == nullptr ? Candidates() : values_.of(attribute->type);
}

bool DesiredRows::takes(const ObjectId& column, const std::string& text) {
  const auto* attribute = desired_.get<Attribute>(later(column));
  if (attribute == nullptr || !takes_values(*attribute)) return true;
  return values_.holds(attribute->type, text);
}

}  // namespace pgplumb::workflow
