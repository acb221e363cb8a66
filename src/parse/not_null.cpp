#include "parse/not_null.hpp"

#include "parse/relation_tree.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

constexpr int kNamedNotNull = 180000;

Identifier chosen_name(const ObjectId& column) {
  return Identifier(Replay::choose_name(column.name, column.member, "not_null",
                                        [](const std::string&) { return false; }));
}

template <typename Change>
void for_column(const ObjectId& column, Reach reach, Replay& replay, const Change& change) {
  auto* attribute = replay.model().get<Attribute>(column);
  if (attribute == nullptr) return;
  change(*attribute);
  replay.touch(column);
  if (reach == Reach::only) return;
  for (const ObjectId& child : children_of(replay.catalog(), *parent_of(column))) {
    for_column(attribute_id(child, Identifier(column.member)), reach, replay, change);
  }
}

}  // namespace

std::optional<ObjectId> find_not_null(const ObjectId& relation, const Identifier& name,
                                      const Replay& replay) {
  const Catalog& catalog = replay.catalog();
  if (catalog.version() != 0 && catalog.version() < kNamedNotNull) return std::nullopt;
  for (const ObjectId& column : catalog.attributes_of(relation)) {
    const auto& attribute = *catalog.get<Attribute>(column);
    if (!attribute.not_null) continue;
    const Identifier known =
        attribute.not_null_name.empty() ? chosen_name(column) : attribute.not_null_name.name;
    if (known == name) return column;
  }
  return std::nullopt;
}

void write_not_null(const ::Constraint& node, Attribute& attribute) {
  attribute.not_null = true;
  const Identifier name(sql::text_of(node.conname));
  if (!name.empty()) attribute.not_null_name = {name};
  attribute.not_null_no_inherit = node.is_no_inherit;
}

void add_not_null(const ObjectId& relation, const ::Constraint& node, Reach reach, Replay& replay) {
  const ObjectId column = attribute_id(relation, Identifier(sql::strings_of(node.keys).at(0)));
  if (!replay.catalog().contains(column)) {
    return replay.unresolved("column", relation.name + "." + column.member, node.location);
  }
  const Reach all = node.is_no_inherit ? Reach::only : reach;
  for_column(column, all, replay, [&](Attribute& attribute) {
    if (attribute.not_null) return;
    write_not_null(node, attribute);
    attribute.not_null_validated = !node.skip_validation;
  });
}

void validate_not_null(const ObjectId& column, Reach reach, Replay& replay) {
  for_column(column, reach, replay,
             [](Attribute& attribute) { attribute.not_null_validated = true; });
}

void set_no_inherit(const ObjectId& column, bool no_inherit, Replay& replay) {
  const ChosenName name = replay.catalog().get<Attribute>(column)->not_null_name;
  for_column(column, Reach::only, replay,
             [&](Attribute& attribute) { attribute.not_null_no_inherit = no_inherit; });
  if (no_inherit) return;
  for (const ObjectId& child : children_of(replay.catalog(), *parent_of(column))) {
    for_column(attribute_id(child, Identifier(column.member)), Reach::with_children, replay,
               [&](Attribute& attribute) {
                 if (!attribute.not_null) attribute.not_null_name = name;
                 attribute.not_null = true;
               });
  }
}

void drop_not_null(Attribute& attribute) {
  attribute.not_null = false;
  attribute.not_null_name = {};
  attribute.not_null_validated = true;
  attribute.not_null_no_inherit = false;
}

void drop_not_null(const ObjectId& column, Reach reach, Replay& replay) {
  for_column(column, reach, replay, [](Attribute& attribute) { drop_not_null(attribute); });
}

void rename_not_null(const ObjectId& column, const Identifier& name, Replay& replay) {
  for_column(column, Reach::with_children, replay,
             [&](Attribute& attribute) { attribute.not_null_name = {name}; });
}

}  // namespace pgplumb::parse
