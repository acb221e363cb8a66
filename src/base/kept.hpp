// What lives until the process ends.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace pgplumb {

// Never destroyed: taking a large state apart, right before the end, would only cost time. To be
// called from one thread.
template <typename T>
T& kept_until_exit(T value) {
  static auto* const all = new std::vector<std::shared_ptr<void>>;
  auto kept = std::make_shared<T>(std::move(value));
  all->push_back(kept);
  return *kept;
}

}  // namespace pgplumb
