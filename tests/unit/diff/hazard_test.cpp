#include "diff/hazard.hpp"

#include <gtest/gtest.h>

#include "diff/plan.hpp"
#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::Model;
using testing::table_id;

TEST(Hazards, AreFoundByName) {
  EXPECT_EQ(hazard_named("drops_column"), Hazard::drops_column);
  EXPECT_EQ(hazard_named("changes_authorization"), Hazard::changes_authorization);
  EXPECT_FALSE(hazard_named("drops_colum"));
}

struct AllowCase {
  const char* allowed;
  bool allows;
};

TEST(Hazards, AreAllowedEverywhereOrOnOneObject) {
  const HazardOn hazard{Hazard::drops_data, table_id("t"), ""};
  const AllowCase cases[] = {{"drops_data", true},
                             {"drops_data:public.t", true},
                             {"drops_data:public.u", false},
                             {"drops_column:public.t", false}};
  for (const AllowCase& entry : cases) {
    AllowedHazards allowed;
    EXPECT_TRUE(allowed.allow(entry.allowed));
    EXPECT_EQ(allowed.allows(hazard), entry.allows) << entry.allowed;
  }
  AllowedHazards allowed;
  EXPECT_FALSE(allowed.allow("drop_data"));
  EXPECT_FALSE(allowed.allows(hazard));
}

TEST(Hazards, ThatLoseDataAreRefused) {
  const auto result = plan(Model().table("t", {{"a", "int4"}}), Model());
  ASSERT_TRUE(result);
  const Diagnostics refused = refusals(*result, {});
  ASSERT_EQ(refused.count(DiagnosticCode::hazard_refused), 1U);
  EXPECT_EQ(refused.all()[0].message.substr(0, 47),
            "table public.t: drops the rows that it holds; a");
  AllowedHazards allowed;
  ASSERT_TRUE(allowed.allow("drops_data:public.t"));
  EXPECT_TRUE(refusals(*result, allowed).empty());
}

}  // namespace
}  // namespace pgplumb::diff
