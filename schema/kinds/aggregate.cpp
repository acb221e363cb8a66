#include "schema/kinds/aggregate.hpp"

namespace pgplumb {

std::vector<TypeRef> transition_arguments(const Aggregate& aggregate, const TypeRef& state) {
  std::vector<TypeRef> types = {state};
  auto first = static_cast<std::size_t>(aggregate.direct_arguments);
  // One VARIADIC argument may stand for the direct and the aggregated ones.
  if (first == aggregate.arguments.size() && first > 0) --first;
  for (std::size_t i = first; i < aggregate.arguments.size(); ++i) {
    types.push_back(aggregate.arguments[i].type);
  }
  return types;
}

std::vector<TypeRef> final_arguments(const Aggregate& aggregate, const TypeRef& state, bool extra) {
  std::vector<TypeRef> types = {state};
  const auto direct = static_cast<std::size_t>(aggregate.direct_arguments);
  for (std::size_t i = 0; i < aggregate.arguments.size(); ++i) {
    if (i < direct || extra) types.push_back(aggregate.arguments[i].type);
  }
  return types;
}

}  // namespace pgplumb
