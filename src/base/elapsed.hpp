// Time that has passed, as it is shown.
#pragma once

#include <chrono>

namespace pgplumb {

// For durations that are shown: whole milliseconds since `start`.
inline std::chrono::milliseconds elapsed_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               start);
}

}  // namespace pgplumb
