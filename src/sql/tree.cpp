#include "sql/tree.hpp"

namespace pgplumb::sql {

std::string string_of(const Node* node) {
  const auto* text = PGPLUMB_NODE_AS(node, String);
  return text ? text_of(text->sval) : std::string();
}

std::vector<std::string> strings_of(const List* list) {
  std::vector<std::string> strings;
  for (const Node* node : items<Node>(list)) strings.push_back(string_of(node));
  return strings;
}

std::vector<Identifier> identifiers_of(const List* list) {
  std::vector<Identifier> names;
  for (const Node* node : items<Node>(list)) names.emplace_back(string_of(node));
  return names;
}

std::vector<std::string> names_of(const RangeVar& relation) {
  std::vector<std::string> names;
  for (const char* part : {relation.catalogname, relation.schemaname, relation.relname}) {
    if (part != nullptr) names.emplace_back(part);
  }
  return names;
}

}  // namespace pgplumb::sql
