// The program: arguments in, exit code out.
#pragma once

#include "cli/exit_code.hpp"

namespace pgplumb::cli {

// Throws what main.cpp catches.
[[nodiscard]] ExitCode run(int argc, const char* const* argv);

}  // namespace pgplumb::cli
