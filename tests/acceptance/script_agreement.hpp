// Short scripts of which a server and the replay must make the same.
#pragma once

#include <ostream>

namespace pgplumb::acceptance {

struct Script {
  const char* name;
  const char* sql;
  int since = 0;  // the first major that runs it
};

void PrintTo(const Script& script, std::ostream* out);

// Runs the script on the tests' server and in the replay; fails the test for each difference.
void expect_agreement(const Script& script);

}  // namespace pgplumb::acceptance
