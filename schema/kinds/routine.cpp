#include "schema/kinds/routine.hpp"

namespace pgplumb {

std::string arguments_key(const std::vector<TypeRef>& types) {
  std::string key;
  for (TypeRef type : types) {
    // A modifier is no part of the signature; bpchar without one prints as such on both sides.
    type.modifiers.clear();
    if (!key.empty()) key += ", ";
    key += format_type(type);
  }
  return key;
}

std::string arguments_key(const std::vector<Argument>& arguments) {
  std::vector<TypeRef> types;
  for (const Argument& argument : arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    types.push_back(argument.type);
  }
  return arguments_key(types);
}

}  // namespace pgplumb
