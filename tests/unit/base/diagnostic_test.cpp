#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace pgplumb {
namespace {

SourceSpan span_in(const std::string& text, std::size_t begin) {
  return {std::make_shared<const SourceText>("a.sql", text), begin, begin};
}

TEST(Diagnostic, CodesHaveNamesAndSeverities) {
  EXPECT_EQ(name_of(DiagnosticCode::syntax_error), "syntax_error");
  EXPECT_EQ(severity_of(DiagnosticCode::syntax_error), Severity::error);
  EXPECT_EQ(severity_of(DiagnosticCode::opaque_statement), Severity::warning);
  EXPECT_EQ(severity_of(DiagnosticCode::copy_data), Severity::note);
  EXPECT_EQ(name_of(Severity::warning), "warning");
}

TEST(Diagnostic, IsPrintedWithLineAndCaret) {
  const Diagnostic diagnostic{
      DiagnosticCode::syntax_error, "unexpected \"fro\"", span_in("SELECT 1\n  fro x;\n", 11), {}};
  EXPECT_EQ(render(diagnostic),
            "a.sql:2:3: error: unexpected \"fro\" [syntax_error]\n"
            "    fro x;\n"
            "    ^\n");
}

TEST(Diagnostic, CaretStandsBelowItsCharacterAfterTabsAndWideBytes) {
  const Diagnostic diagnostic{DiagnosticCode::syntax_error, "m", span_in("\té x", 4), {}};
  EXPECT_EQ(render(diagnostic), "a.sql:1:4: error: m [syntax_error]\n  \té x\n  \t  ^\n");
}

TEST(Diagnostic, WithoutAPlaceIsOneLine) {
  const Diagnostic diagnostic{DiagnosticCode::folder_missing, "no folder", {}, {}};
  EXPECT_EQ(render(diagnostic), "error: no folder [folder_missing]\n");
}

TEST(Diagnostic, NotesFollow) {
  const Diagnostic diagnostic{
      DiagnosticCode::duplicate_object, "t exists", {}, {{"first here", span_in("x", 0)}}};
  EXPECT_EQ(render(diagnostic),
            "error: t exists [duplicate_object]\na.sql:1:1: note: first here\n  x\n  ^\n");
}

TEST(Diagnostic, LetsNoTerminalEscapeThrough) {
  const Diagnostic diagnostic{DiagnosticCode::syntax_error, "m", span_in("a\x1b[31mb", 0), {}};
  EXPECT_EQ(render(diagnostic).find('\x1b'), std::string::npos);
}

TEST(Diagnostics, CountsAndAppends) {
  Diagnostics some;
  EXPECT_TRUE(some.empty());
  some.add(DiagnosticCode::copy_data, "skipped");
  EXPECT_FALSE(some.has_errors());
  Diagnostics more;
  more.add(DiagnosticCode::not_utf8, "not UTF-8");
  some.append(more);
  EXPECT_TRUE(some.has_errors());
  EXPECT_EQ(some.count(DiagnosticCode::copy_data), 1U);
  EXPECT_EQ(some.all().size(), 2U);
}

TEST(Render, ShowsNothingThatATerminalObeys) {
  const auto source = std::make_shared<const SourceText>("a.sql",
                                                         "select \"\xC2\x9B"
                                                         "2J\xE2\x80\xAE\" x\x1b;");
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticCode::syntax_error, "near \x1b[2J\u202e", {source, 16, 17});
  EXPECT_EQ(render(diagnostics.all()[0]),
            "a.sql:1:14: error: near \\x1b[2J\\u202e [syntax_error]\n"
            "  select \"?2J?\" x?;\n"
            "               ^\n");
}

}  // namespace
}  // namespace pgplumb
