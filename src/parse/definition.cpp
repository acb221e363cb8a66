#include "parse/definition.hpp"

#include <algorithm>
#include <charconv>

#include "base/letters.hpp"
#include "parse/options.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
const ::DefElem* Definition::find(Names names) const {
  const ::DefElem* found = nullptr;
  for (const ::DefElem* option : sql::items<::DefElem>(options_)) {
    const std::string name = lowered(sql::text_of(option->defname));
    if (std::find(names.begin(), names.end(), name) != names.end()) found = option;
  }
  return found;
}

std::optional<std::string> Definition::text(Names names) const {
  const ::DefElem* option = find(names);
  return option == nullptr ? std::nullopt : std::optional(option_value(*option));
}

std::string Definition::word(Names names) const { return lowered(text(names).value_or("")); }

bool Definition::flag(Names names) const {
  const std::string value = word(names);
  return value == "true" || value == "on" || value == "yes" || value == "1" || value == "t";
}

int Definition::number(Names names) const {
  const std::string value = word(names);
  int result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return result;
}

std::vector<std::string> Definition::names(Names names) const {
  const ::DefElem* option = find(names);
  if (option == nullptr || option->arg == nullptr) return {};
  if (const auto* list = PGPLUMB_NODE_AS(option->arg, List)) return sql::strings_of(list);
  if (const auto* type = PGPLUMB_NODE_AS(option->arg, TypeName)) {
    return sql::strings_of(type->names);
  }
  const std::string text = option_value(*option);
  return text == "none" ? std::vector<std::string>{} : std::vector{text};
}

TypeRef Definition::type(Names names) const {
  const ::DefElem* option = find(names);
  if (option == nullptr || option->arg == nullptr) return {};
  TypeRef type;
  if (const auto* written = PGPLUMB_NODE_AS(option->arg, TypeName)) {
    type = replay_.type(*written);
  } else {
    const std::string text = option_value(*option);
    if (text == "none") return {};
    auto* name = makeNode(TypeName);
    name->names = list_make1(makeString(pstrdup(text.c_str())));
    name->typemod = -1;
    type = replay_.type(*name);
  }
  type.modifiers.clear();
  return type;
}

QualifiedName Definition::function(Names names, const std::vector<TypeRef>& arguments) const {
  const std::vector<std::string> written = this->names(names);
  if (written.empty()) return {};
  return sql::find_function(written, arguments, replay_.catalog(), replay_.search_path()).name;
}

QualifiedName Definition::function(Names names) const {
  const std::vector<std::string> written = this->names(names);
  if (written.empty()) return {};
  return sql::find_function_named(written, replay_.catalog(), replay_.search_path());
}

}  // namespace pgplumb::parse
