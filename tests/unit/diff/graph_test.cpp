#include "diff/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::table_id;

Action make(const std::string& name) {
  Action action = Action::making(table_id(name));
  action.text = name;
  return action;
}

Edge edge(const std::vector<Action>& actions, const std::string& before, const std::string& after) {
  const auto at = [&](const std::string& name) {
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const Action& action) { return action.text == name; });
    return static_cast<std::size_t>(found - actions.begin());
  };
  return {at(before), at(after), Because::needs, table_id(after), table_id(before)};
}

std::vector<std::size_t> apart(std::size_t count) {
  std::vector<std::size_t> targets(count);
  for (std::size_t i = 0; i < count; ++i) targets[i] = i;
  return targets;
}

std::string order_of(const std::vector<Action>& actions, const std::vector<Step>& steps) {
  std::string text;
  for (const Step& step : steps) {
    text += actions[step.action].text;
    for (const Step& part : step.folded) text += "(" + actions[part.action].text + ")";
  }
  return text;
}

TEST(Graph, TiesGoByIdentityWhateverTheInputOrder) {
  std::vector<Action> actions = {make("a"), make("b"), make("c"), make("d"), make("e")};
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(actions.begin(), actions.end(), random);
    const std::vector<Edge> edges = {edge(actions, "d", "b"), edge(actions, "e", "a")};
    const auto steps = sorted(actions, edges, apart(5));
    ASSERT_TRUE(steps);
    EXPECT_EQ(order_of(actions, *steps), "cdbea");
  }
}

TEST(Graph, ACyclePrintsItsMembersAndReasons) {
  const std::vector<Action> actions = {make("a"), make("b"), make("c")};
  const std::vector<Edge> edges = {edge(actions, "a", "b"), edge(actions, "b", "a")};
  const auto steps = sorted(actions, edges, apart(3));
  ASSERT_FALSE(steps);
  EXPECT_EQ(steps.error().code, DiagnosticCode::plan_cycle);
  EXPECT_NE(steps.error().message.find("table public.a, table public.b"), std::string::npos);
  EXPECT_EQ(steps.error().message.find("public.c"), std::string::npos);
  ASSERT_EQ(steps.error().notes.size(), 2U);
  EXPECT_EQ(steps.error().notes[0].message, "table public.b needs table public.a (desired state)");
}

TEST(Graph, FoldsWhereNoEdgeCrosses) {
  const std::vector<Action> actions = {make("a"), make("b"), make("p")};
  // p is part of a; b needs p.
  auto steps = sorted(actions, {edge(actions, "p", "b")}, {0, 1, 0});
  ASSERT_TRUE(steps);
  EXPECT_EQ(order_of(actions, *steps), "a(p)b");
  // a before b before p: p can't be in a's statement.
  steps = sorted(actions, {edge(actions, "a", "b"), edge(actions, "b", "p")}, {0, 1, 0});
  ASSERT_TRUE(steps);
  EXPECT_EQ(order_of(actions, *steps), "abp");
}

TEST(Graph, UnfoldsTheHighestRankFirst) {
  std::vector<Action> actions = {make("a"), make("b"), make("p"), make("q")};
  actions[2].fold_rank = 1;
  actions[3].fold_rank = 3;
  // Either part may leave: p in a needs b, q in b needs a.
  const std::vector<Edge> edges = {edge(actions, "b", "p"), edge(actions, "a", "q")};
  const auto steps = sorted(actions, edges, {0, 1, 0, 1});
  ASSERT_TRUE(steps);
  EXPECT_EQ(order_of(actions, *steps), "ba(p)q");
}

TEST(Graph, RankZeroIsNeverUnfolded) {
  std::vector<Action> actions = {make("a"), make("b"), make("p")};
  actions[2].fold_rank = 0;
  const auto steps = sorted(actions, {edge(actions, "a", "b"), edge(actions, "b", "p")}, {0, 1, 0});
  ASSERT_FALSE(steps);
  EXPECT_EQ(steps.error().code, DiagnosticCode::plan_cycle);
}

TEST(Graph, LongChainsDoNotOverflow) {
  std::vector<Action> actions;
  std::vector<Edge> edges;
  constexpr std::size_t kCount = 50000;
  for (std::size_t i = 0; i < kCount; ++i) {
    actions.push_back(make("t" + std::to_string(i)));
    if (i > 0) edges.push_back({i, i - 1, Because::needs, actions[i - 1].id, actions[i].id});
  }
  const auto steps = sorted(actions, edges, apart(kCount));
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->front().action, kCount - 1);
  EXPECT_EQ(steps->back().action, 0U);
}

}  // namespace
}  // namespace pgplumb::diff
