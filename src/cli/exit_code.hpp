// What the program's exit code means, the same for every command.
#pragma once

#include "base/diagnostic.hpp"

namespace pgplumb::cli {

enum class ExitCode : int {
  clean = 0,        // nothing differs, or what was asked for is done
  failed = 1,       // the world or the input; what happened is on standard error
  differences = 2,  // found, or what could not be told
  refused = 3,      // a hazard, a protected environment, a policy
  usage = 64,       // command line or configuration
};

// What a run ends with that has stopped because of errors: usage where only what was asked for is
// wrong (a version that is nowhere, a rename of nothing), refused where only a hazard is in the
// way.
[[nodiscard]] ExitCode code_of_errors(const Diagnostics& diagnostics);

}  // namespace pgplumb::cli
