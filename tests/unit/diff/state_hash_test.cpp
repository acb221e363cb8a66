#include <gtest/gtest.h>

#include "diff/plan.hpp"
#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::Model;

TEST(StateHash, FollowsContentAlone) {
  const Model state = Model().table("t", {{"a", "int4"}, {"b", "text"}});
  Catalog moved = state.catalog();
  moved.provenance[testing::table_id("t")] = {};
  EXPECT_EQ(state_hash(state), state_hash(moved));
  EXPECT_EQ(state_hash(state).size(), 16U);
  EXPECT_NE(state_hash(state), state_hash(Model().table("t", {{"a", "int4"}, {"b", "int4"}})));
  EXPECT_NE(state_hash(state), state_hash(Model().table("t", {{"a", "int4"}, {"c", "text"}})));
  EXPECT_NE(state_hash(state), state_hash(Model()));
}

}  // namespace
}  // namespace pgplumb::diff
