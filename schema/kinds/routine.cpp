#include "schema/kinds/routine.hpp"

namespace pgplumb {

std::string arguments_key(const std::vector<Argument>& arguments) {
  std::string key;
  for (const Argument& argument : arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    TypeRef type = argument.type;
    type.modifiers.clear();
    if (!key.empty()) key += ", ";
    // A modifier is no part of the signature; bpchar without one prints as such on both sides.
    key += format_type(type);
  }
  return key;
}

}  // namespace pgplumb
