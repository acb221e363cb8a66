#include "schema/kinds/user_mapping.hpp"

#include "schema/describe.hpp"

namespace pgplumb {

std::string describe(const MappingOptions& options) {
  return options.readable ? describe(options.known) : "options that this role may not see";
}

}  // namespace pgplumb
