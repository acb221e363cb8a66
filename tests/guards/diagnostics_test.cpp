// Every diagnostic has a test that provokes it.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "tests/guards/repository.hpp"

namespace pgplumb::guards {
namespace {

// pending_diagnostics.txt: codes that nothing can provoke yet, one per line, '#' for comments.
std::set<std::string> pending_codes() {
  std::set<std::string> codes;
  for (const std::string& line : lines_of(read("tests/guards/pending_diagnostics.txt"))) {
    if (!line.empty() && !line.starts_with('#')) codes.insert(line);
  }
  return codes;
}

std::set<std::string> all_codes() {
  std::set<std::string> codes;
#define DIAGNOSTIC(code, severity) codes.insert(#code);
#include "base/diagnostics.def"
#undef DIAGNOSTIC
  return codes;
}

// As a test can name it: the enumerator, the printed "[code]", or the value in JSON output.
bool names(const std::string& text, const std::string& code) {
  const std::string enumerator = "DiagnosticCode::" + code;
  for (std::size_t at = text.find(enumerator); at != std::string::npos;
       at = text.find(enumerator, at + 1)) {
    const std::size_t end = at + enumerator.size();
    const bool whole =
        end == text.size() ||
        (std::isalnum(static_cast<unsigned char>(text[end])) == 0 && text[end] != '_');
    if (whole) return true;
  }
  return text.find("[" + code + "]") != std::string::npos ||
         text.find("\"code\": \"" + code + "\"") != std::string::npos ||
         text.find("\"code\":\"" + code + "\"") != std::string::npos;
}

std::set<std::string> tested_codes() {
  std::set<std::string> tested;
  for (const SourceFile& file :
       files_below("tests", {".cpp", ".hpp", ".sh", ".py", ".txt", ".yaml", ".json", ".out"})) {
    if (file.path.starts_with("tests/guards/")) continue;
    for (const std::string& code : all_codes()) {
      if (names(file.text, code)) tested.insert(code);
    }
  }
  return tested;
}

TEST(Diagnostics, EveryCodeHasATest) {
  const std::set<std::string> pending = pending_codes();
  const std::set<std::string> tested = tested_codes();
  for (const std::string& code : all_codes()) {
    EXPECT_TRUE(tested.contains(code) || pending.contains(code)) << "no test names " << code;
  }
}

TEST(Diagnostics, NothingIsPendingThatHasATest) {
  const std::set<std::string> tested = tested_codes();
  for (const std::string& code : pending_codes()) {
    EXPECT_TRUE(all_codes().contains(code)) << code << " is pending, but no such code exists";
    EXPECT_FALSE(tested.contains(code))
        << code << " has a test: remove it from tests/guards/pending_diagnostics.txt";
  }
}

TEST(Diagnostics, ACodeIsNotFoundInALongerOne) {
  EXPECT_TRUE(names("add(DiagnosticCode::file_name, x)", "file_name"));
  EXPECT_FALSE(names("DiagnosticCode::file_name_odd", "file_name"));
  EXPECT_TRUE(names("error: x [file_name]", "file_name"));
  EXPECT_FALSE(names("EXCEPTION WHEN duplicate_object", "duplicate_object"));
}

}  // namespace
}  // namespace pgplumb::guards
