#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace pgplumb {

void assertion_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "pgplumb: internal error: %s does not hold (%s:%d)\n", expression, file,
               line);
  std::abort();
}

}  // namespace pgplumb
