#include "parse/detached_partition.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/constraint_definition.hpp"
#include "parse/relation_tree.hpp"
#include "schema/quote.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct KeyColumn {
  std::string name;  // quoted
  TypeRef type;

  // The server keeps the modifiers of the column with the value.
  [[nodiscard]] std::string literal(const std::string& text, bool array = false) const {
    if (type.modifiers.empty()) return quote_literal(text);
    return quote_literal(text) + "::" + format_type(type) + (array ? "[]" : "");
  }
};

bool is_null(const ::Node* value) {
  const auto* constant = PGPLUMB_NODE_AS(value, A_Const);
  return constant != nullptr && constant->isnull;
}

// MINVALUE and MAXVALUE come as names of columns.
bool is_endless(const ::Node* value) { return PGPLUMB_NODE_AS(value, ColumnRef) != nullptr; }

// The value as the server keeps it: one of the column's type, however it was written. Nothing for
// what is computed.
std::optional<std::string> value_of(const ::Node* value) {
  const auto* constant = PGPLUMB_NODE_AS(value, A_Const);
  if (constant == nullptr) return std::nullopt;
  switch (nodeTag(&constant->val.node)) {
    case T_Integer: return std::to_string(constant->val.ival.ival);
    case T_Float: return sql::text_of(constant->val.fval.fval);
    case T_Boolean: return constant->val.boolval.boolval ? "t" : "f";
    case T_String: return sql::text_of(constant->val.sval.sval);
    default: return std::nullopt;
  }
}

// As array_out writes it.
std::string array_element(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  quoted += '"';
  const bool bare = !text.empty() && std::ranges::all_of(text, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
  });
  return bare && text != "null" && text != "NULL" ? text : quoted;
}

std::optional<std::string> of_list(const ::List* values, const KeyColumn& key) {
  std::vector<std::string> listed;
  for (const ::Node* value : sql::items<::Node>(values)) {
    if (is_null(value)) continue;
    auto text = value_of(value);
    if (!text) return std::nullopt;
    listed.push_back(std::move(*text));
  }
  const bool null = listed.size() < sql::items<::Node>(values).size();
  if (listed.empty()) return key.name + " IS NULL";
  std::string among = key.name + " = " + key.literal(listed.front());
  if (listed.size() > 1) {
    std::string array;
    for (const std::string& text : listed)
      array += (array.empty() ? "" : ",") + array_element(text);
    among = key.name + " = ANY (" + key.literal("{" + array + "}", true) + ")";
  }
  return key.name + (null ? " IS NULL OR " : " IS NOT NULL AND ") + among;
}

std::optional<std::string> of_range(const ::PartitionBoundSpec& bound, const KeyColumn& key) {
  std::string check = key.name + " IS NOT NULL";
  const auto add = [&](const ::List* values, const char* comparison) {
    const ::Node* value = sql::items<::Node>(values)[0];
    if (is_endless(value)) return true;
    const auto text = value_of(value);
    if (text) check += " AND " + key.name + comparison + key.literal(*text);
    return text.has_value();
  };
  const bool known = add(bound.lowerdatums, " >= ") && add(bound.upperdatums, " < ");
  return known ? std::optional(check) : std::nullopt;
}

std::optional<std::string> check_of(const ::PartitionBoundSpec& bound, const KeyColumn& key) {
  if (bound.is_default || bound.strategy == 'h') return std::nullopt;
  return bound.strategy == 'l' ? of_list(bound.listdatums, key) : of_range(bound, key);
}

// The bounds are kept as text: read once more, as part of the statement that can have them.
std::optional<std::string> check_of(const Expression& bound, const KeyColumn& key) {
  const auto source =
      std::make_shared<const SourceText>("", "ALTER TABLE t ATTACH PARTITION p " + bound.text);
  Diagnostics ignored;
  std::optional<std::string> check;
  sql::for_each_statement(source, ignored, [&](const sql::Statement& statement) {
    const auto* alter = PGPLUMB_NODE_AS(statement.node, AlterTableStmt);
    if (alter == nullptr) return;
    const auto* command = sql::items<::AlterTableCmd>(alter->cmds)[0];
    check = check_of(*reinterpret_cast<const ::PartitionCmd*>(command->def)->bound, key);
  });
  return check;
}

bool has_checks(const ObjectId& partition, const Catalog& catalog) {
  return std::ranges::any_of(catalog.parts_of(partition, ObjectKind::constraint),
                             [&](const ObjectId& id) {
                               return catalog.get<Constraint>(id)->type == ConstraintType::check;
                             });
}

std::optional<std::string> known_check(const ObjectId& parent, const ObjectId& partition,
                                       const Catalog& catalog) {
  const auto* table = catalog.get<Relation>(parent);
  const bool simple = table->partition_of.empty() && table->partition_key.size() == 1 &&
                      !table->partition_key[0].attribute.empty();
  if (!simple || has_checks(partition, catalog)) return std::nullopt;
  const Identifier& written = table->partition_key[0].attribute;
  const auto* attribute = catalog.get<Attribute>(attribute_id(parent, written));
  // Modifiers change the value ('5' is 5.00 and 'x' is 'x  '), those of varchar and of times apart.
  const TypeRef& type = attribute->type;
  const std::string& name = type.name.name.text();
  if (!type.modifiers.empty() && (name == "numeric" || name == "bpchar")) return std::nullopt;
  const std::string column = quote_identifier(written);
  return check_of(catalog.get<Relation>(partition)->partition_bound, {column, type});
}

}  // namespace

void keep_bounds_as_check(const ObjectId& parent, const ObjectId& partition, Replay& replay) {
  auto check = known_check(parent, partition, replay.catalog());
  if (!check) return replay.opaque("the check that DETACH PARTITION … CONCURRENTLY leaves");
  ConstraintDraft draft;
  draft.constraint.type = ConstraintType::check;
  draft.constraint.check.text = std::move(*check);
  draft.constraint.check.search_path =
      replay.catalog().get<Relation>(partition)->partition_bound.search_path;
  add_constraint(partition, std::move(draft), Reach::with_children, replay);
}

}  // namespace pgplumb::parse
