// Runs the built program in a folder of its own.
#pragma once

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
// must never be seen: every stream of every run is searched for it.
inline constexpr const char* kSecret = "pgplumb.Secret+7";

// Nothing of the caller's environment reaches the program but PATH, HOME and PGPLUMB_PG_BIN.
using Variables = std::map<std::string, std::string>;

class ProgramTest : public ThrowawayTest {
 protected:
  // Durations become "N ms", timestamps "TIME", paths of the folder "HERE".
  Outcome run(const std::vector<std::string>& arguments, Variables variables = {});
  // With DATABASE_URL of the test's own database.
  Outcome run_on_database(const std::vector<std::string>& arguments, Variables variables = {});

  // A pair; an empty `down` writes no file.
  void migration(const std::string& label, const std::string& up, const std::string& down = "");
  [[nodiscard]] const Folder& folder() const { return folder_; }
  [[nodiscard]] std::vector<std::string> files(const std::string& below) const;
  // One value of the database, as text.
  std::string value(const std::string& sql);

 private:
  Folder folder_;
};

// The same where no server is needed.
class OfflineProgramTest : public ProgramTest {
 protected:
  void SetUp() override {}
};

}  // namespace pgplumb::testing
