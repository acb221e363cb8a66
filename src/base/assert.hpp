// PGPLUMB_ASSERT: for "we are wrong", never for user input. Always on, in release builds too.
#pragma once

namespace pgplumb {

// Prints what was expected and where, then aborts.
[[noreturn]] void assertion_failed(const char* expression, const char* file, int line);

}  // namespace pgplumb

#define PGPLUMB_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::pgplumb::assertion_failed(#condition, __FILE__, __LINE__))
