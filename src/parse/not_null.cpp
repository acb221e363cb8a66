#include "parse/not_null.hpp"

#include "parse/relation_tree.hpp"

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
