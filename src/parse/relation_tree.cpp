#include "parse/relation_tree.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

namespace pgplumb::parse {
namespace {

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' ||
         (c & '\x80') != 0;
}

// The names in an expression's text that are neither functions nor types nor literals.
std::set<std::string> names_in(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    std::size_t end = i + 1;
    if (c == '\'' || c == '"') {
      std::string name;
      for (; end < text.size(); ++end) {
        if (text[end] == c && text.substr(end + 1, 1) != text.substr(end, 1)) break;
        if (text[end] == c) ++end;
        name += text[end];
      }
      if (c == '"') names.insert(std::move(name));
      i = end + 1;
      continue;
    }
    if (!is_word(c)) {
      ++i;
      continue;
    }
    while (end < text.size() && is_word(text[end])) ++end;
    const bool is_type = i >= 2 && text.substr(i - 2, 2) == "::";
    const bool is_call = end < text.size() && text[end] == '(';
    if (!is_type && !is_call) names.insert(std::string(text.substr(i, end - i)));
    i = end;
  }
  return names;
}

}  // namespace

std::vector<ObjectId> children_of(const Catalog& catalog, const ObjectId& relation) {
  return catalog.children_of(relation.qualified_name());
}

std::vector<ObjectId> partitions_of(const Catalog& catalog, const ObjectId& relation) {
  return catalog.partitions_of(relation.qualified_name());
}

std::vector<ObjectId> tables_of_type(const Catalog& catalog, const ObjectId& type) {
  std::vector<ObjectId> tables;
  for (const auto [id, relation] : catalog.all<Relation>()) {
    if (relation.of_type == type.qualified_name()) tables.push_back(id);
  }
  return tables;
}

std::optional<ObjectId> primary_key_of(const Catalog& catalog, const ObjectId& relation) {
  for (const ObjectId& id : catalog.parts_of(relation, ObjectKind::constraint)) {
    if (catalog.get<Constraint>(id)->type == ConstraintType::primary_key) return id;
  }
  return std::nullopt;
}

bool constraint_name_taken(const Catalog& catalog, const std::string& space,
                           const std::string& name) {
  return catalog.has_constraint_named(qualified(space, name));
}

bool has_constraint(const Catalog& catalog, const ObjectId& relation, const Identifier& name) {
  return catalog.contains(constraint_id(relation, name));
}

int next_position(const Catalog& catalog, const ObjectId& relation) {
  return static_cast<int>(catalog.count_parts(relation, ObjectKind::attribute)) + 1;
}

void renumber_attributes(Catalog& catalog, const ObjectId& relation) {
  int position = 0;
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    catalog.get<Attribute>(id)->position = ++position;
  }
}

std::vector<Identifier> columns_used(const Catalog& catalog, const ObjectId& relation,
                                     const Expression& expression) {
  std::vector<Identifier> used;
  const bool resolved = !expression.canonical.empty() && expression.closed;
  const std::set<std::string> words =
      resolved ? std::set<std::string>() : names_in(expression.text);
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    const bool named = resolved ? std::binary_search(expression.references.begin(),
                                                     expression.references.end(), id)
                                : words.count(id.member) != 0;
    if (named) used.emplace_back(id.member);
  }
  return used;
}

Expression restated(const Expression& expression) {
  Expression result = expression;
  if (!expression.closed || expression.canonical.empty()) return result;
  result.text = expression.canonical;
  result.search_path = nullptr;
  return result;
}

}  // namespace pgplumb::parse
