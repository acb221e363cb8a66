#include "tests/unit/sql_canonical/catalog_text.hpp"

#include <algorithm>
#include <sstream>

#include "sql/types.hpp"

namespace pgplumb::sql::tests {
namespace {

std::string with_spaces(std::string text) {
  std::replace(text.begin(), text.end(), '~', ' ');
  return text;
}

QualifiedName name_of(const std::string& written) {
  const std::string text = with_spaces(written);
  const std::size_t dot = text.find('.');
  return qualified(text.substr(0, dot), text.substr(dot + 1));
}

TypeRef type_of(std::string text, const Catalog& catalog) {
  std::replace(text.begin(), text.end(), '_', ' ');
  if (text.find('.') != std::string::npos) std::replace(text.begin(), text.end(), ' ', '_');
  return parse_type(text, catalog, {"public"});
}

std::pair<std::string, std::string> split(const std::string& word, char separator) {
  const std::size_t at = word.find(separator);
  if (at == std::string::npos) return {"", word};
  return {word.substr(0, at), word.substr(at + 1)};
}

void add_table(Catalog& catalog, std::istringstream& line) {
  std::string word;
  line >> word;
  const ObjectId id = object_id(ObjectKind::relation, name_of(word));
  catalog.put(id, Relation{});
  int position = 0;
  while (line >> word) {
    const auto [name, type] = split(word, ':');
    Attribute attribute;
    attribute.position = ++position;
    attribute.type = type_of(type, catalog);
    catalog.put(part_of(id, ObjectKind::attribute, Identifier(with_spaces(name))), attribute);
  }
}

void add_view(Catalog& catalog, std::istringstream& line) {
  std::string name;
  std::string columns;
  line >> name >> columns;
  View view;
  std::istringstream list(columns);
  for (std::string column; std::getline(list, column, ',');) {
    view.columns.emplace_back(column);
  }
  std::getline(line, view.query.text);
  catalog.put(object_id(ObjectKind::view, name_of(name)), view);
}

void add_composite(Catalog& catalog, std::istringstream& line) {
  std::string word;
  line >> word;
  const QualifiedName name = name_of(word);
  CompositeType composite;
  while (line >> word) {
    const auto [attribute, type] = split(word, ':');
    composite.attributes.push_back({Identifier(attribute), type_of(type, catalog), {}});
  }
  catalog.put(object_id(ObjectKind::composite_type, name), composite);
}

void add_function(Catalog& catalog, std::istringstream& line, bool returns_set) {
  std::string word;
  line >> word;
  const QualifiedName name = name_of(word);
  Routine routine;
  routine.returns_set = returns_set;
  line >> word;
  routine.result = type_of(word, catalog);
  while (line >> word) {
    Argument argument;
    if (word[0] == '*') argument.mode = ArgumentMode::variadic;
    if (word[0] == '>') argument.mode = ArgumentMode::table;
    if (word[0] == '*' || word[0] == '>') word.erase(0, 1);
    if (word.back() == '=') {
      argument.default_value.text = "NULL";
      word.pop_back();
    }
    const auto [argument_name, type] = split(word, ':');
    argument.name = Identifier(argument_name);
    argument.type = type_of(type, catalog);
    routine.arguments.push_back(argument);
  }
  ObjectId id = object_id(ObjectKind::routine, name);
  id.member = arguments_key(routine.arguments);
  catalog.put(id, routine);
}

void add_object(Catalog& catalog, const std::string& kind, std::istringstream& line) {
  if (kind == "table") return add_table(catalog, line);
  if (kind == "view") return add_view(catalog, line);
  if (kind == "composite") return add_composite(catalog, line);
  if (kind == "function" || kind == "setof") return add_function(catalog, line, kind == "setof");
  std::string word;
  line >> word;
  const QualifiedName name = name_of(word);
  if (kind == "sequence") {
    catalog.put(object_id(ObjectKind::sequence, name), Sequence{});
  } else if (kind == "enum") {
    EnumType type;
    while (line >> word) type.labels.push_back(word);
    catalog.put(object_id(ObjectKind::enum_type, name), type);
  } else if (kind == "domain") {
    Domain domain;
    line >> word;
    domain.type = type_of(word, catalog);
    catalog.put(object_id(ObjectKind::domain, name), domain);
  }
}

}  // namespace

Catalog catalog_of(std::string_view text) {
  Catalog catalog = empty_database();
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string kind;
    if (words >> kind) add_object(catalog, kind, words);
  }
  return catalog;
}

}  // namespace pgplumb::sql::tests
