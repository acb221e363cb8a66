// The only catch of the program.
#include <cstdio>
#include <exception>
#include <string>

#include "base/failure.hpp"
#include "cli/application.hpp"
#include "cli/exit_code.hpp"
#include "cli/output.hpp"

namespace {

using pgplumb::cli::ExitCode;

int fail(const std::exception& error, ExitCode code) {
  pgplumb::cli::Output({}).error(error.what());
  return static_cast<int>(code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return static_cast<int>(pgplumb::cli::run(argc, argv));
  } catch (const pgplumb::UsageError& error) {
    return fail(error, ExitCode::usage);
  } catch (const pgplumb::Refused& error) {
    return fail(error, ExitCode::refused);
  } catch (const std::exception& error) {
    return fail(error, ExitCode::failed);
  }
}
