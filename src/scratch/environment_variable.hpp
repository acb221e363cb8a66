// The process's environment, as this folder reads it.
#pragma once

#include <cstdlib>
#include <string>

namespace pgplumb::scratch {

// "" when it is not set.
inline std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? std::string() : value;
}

}  // namespace pgplumb::scratch
