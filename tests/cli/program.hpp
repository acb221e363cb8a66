// Runs the built program in a folder of its own.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/throwaway_fixture.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::testing {

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

// Code, then what was said, for one comparison: "2\nout\n--- err\nerr\n" (a part that is empty is
// left out, with its line).
[[nodiscard]] std::string shown(const Outcome& outcome);

// The password that every database URL of these tests holds; the server does not ask for it. It
// must never be seen. Every password of these tests begins with its words, and tests/passwords
// searches what all tests leave: each stream of each run, the history and its log.
inline constexpr const char* kSecret = "pgplumb.Secret+7";
inline constexpr const char* kWrongSecret = "pgplumb.Secret+8";

// Nothing of the caller's environment reaches the program but PATH, HOME and PGPLUMB_PG_BIN.
using Variables = std::map<std::string, std::string>;

class ProgramTest : public ThrowawayTest {
 protected:
  ProgramTest();
  ~ProgramTest() override;

  // Durations become "N ms", timestamps "TIME", paths of the folder "HERE".
  Outcome run(const std::vector<std::string>& arguments, Variables variables = {});
  // With DATABASE_URL of the test's own database.
  Outcome run_on_database(const std::vector<std::string>& arguments, Variables variables = {});

  // A pair; an empty `down` writes no file.
  void migration(const std::string& label, const std::string& up, const std::string& down = "");
  [[nodiscard]] const Folder& folder() const { return folder_; }
  [[nodiscard]] std::vector<std::string> files(const std::string& below) const;
  // What "generate change" writes after it has proved it, the way up and the way down together.
  std::string generated();
  // One value of the database, as text.
  std::string value(const std::string& sql);

 private:
  void keep(const std::string& name, const std::string& text) const;
  void keep_history();

  Folder folder_;
  std::filesystem::path captured_;  // what the runs of this test said
  int runs_ = 0;
};

// The same where no server is needed.
class OfflineProgramTest : public ProgramTest {
 protected:
  void SetUp() override {}
};

}  // namespace pgplumb::testing
