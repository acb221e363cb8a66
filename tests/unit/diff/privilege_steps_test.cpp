// Which words a plan takes for what a role gains and loses.
#include "diff/privilege_steps.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgplumb::diff {
namespace {

std::string shown(const std::vector<PrivilegeStep>& steps) {
  std::string text;
  for (const PrivilegeStep& step : steps) {
    SqlWriter sql = privilege_words(step);
    write_grantee(sql, step, "ann");
    text += (text.empty() ? "" : "; ") + sql.text();
  }
  return text;
}

Privilege all_of_a_table(const std::string& option) {
  return {owner_default_privileges(ObjectKind::relation), option};
}

TEST(PrivilegeSteps, NameNoPrivilegeThatOlderServersDoNotHave) {
  const auto to = [](const Privilege& current, const Privilege& desired) {
    return shown(privilege_steps(ObjectKind::relation, current, desired));
  };
  EXPECT_EQ(to({}, all_of_a_table("")), "GRANT ALL TO ann");
  EXPECT_EQ(to({"r", ""}, all_of_a_table("")), "GRANT ALL TO ann");
  // As default privileges gave it.
  EXPECT_EQ(to({"r", "r"}, all_of_a_table("r")), "GRANT ALL TO ann");
  EXPECT_EQ(to({}, all_of_a_table("r")), "GRANT ALL TO ann; GRANT SELECT TO ann WITH GRANT OPTION");
  EXPECT_EQ(to(all_of_a_table(""), {}), "REVOKE ALL FROM ann");
}

TEST(PrivilegeSteps, NameWhatIsMissing) {
  EXPECT_EQ(shown(privilege_steps(ObjectKind::relation, {"r", ""}, {"ar", "a"})),
            "GRANT INSERT TO ann WITH GRANT OPTION");
  EXPECT_EQ(shown(privilege_steps(ObjectKind::relation, {"ar", "r"}, {"r", ""})),
            "REVOKE INSERT FROM ann; REVOKE GRANT OPTION FOR SELECT FROM ann");
}

}  // namespace
}  // namespace pgplumb::diff
