#include "cli/exit_code.hpp"

#include <gtest/gtest.h>

namespace pgplumb::cli {
namespace {

TEST(CodeOfErrors, IsUsageWhereOnlyWhatWasAskedForIsWrong) {
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticCode::configuration, "no such version");
  EXPECT_EQ(code_of_errors(diagnostics), ExitCode::usage);
}

TEST(CodeOfErrors, IsFailedWhereAnythingElseIsWrongToo) {
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticCode::configuration, "no such version");
  diagnostics.add(DiagnosticCode::duplicate_object, "exists already");
  EXPECT_EQ(code_of_errors(diagnostics), ExitCode::failed);
}

TEST(CodeOfErrors, IsRefusedWhereOnlyAHazardIsInTheWay) {
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticCode::hazard_refused, "irreversible");
  EXPECT_EQ(code_of_errors(diagnostics), ExitCode::refused);
  diagnostics.add(DiagnosticCode::syntax_error, "no SQL");
  EXPECT_EQ(code_of_errors(diagnostics), ExitCode::failed);
}

TEST(CodeOfErrors, IsFailedWhereNothingSaysWhy) {
  EXPECT_EQ(code_of_errors(Diagnostics()), ExitCode::failed);
}

}  // namespace
}  // namespace pgplumb::cli
