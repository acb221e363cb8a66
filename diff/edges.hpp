// What must run before what, each with the reason.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

enum class Because : std::uint8_t {
  same_object,     // the statements of one change, in their order
  needs,           // the desired state: `of` needs `on`
  depends,         // the current state: `of` depends on `on`, which goes
  replaced,        // dropped, then made again
  name_is_reused,  // `of` takes the name of `on`
  first,           // `on` is where it belongs before `of` changes, which then takes it along
  renamed_first,
  runs,  // `of` runs a body that names `on`
};

struct Edge {
  std::size_t before = 0;  // positions among the actions
  std::size_t after = 0;
  Because because{};
  ObjectId of;
  ObjectId on;
};

// "view public.v needs column public.t.c (desired state)".
[[nodiscard]] std::string described(const Edge& edge);

// `chains`: positions of the actions of one change, in their order.
[[nodiscard]] std::vector<Edge> edges_between(const std::vector<Action>& actions,
                                              const std::vector<std::vector<std::size_t>>& chains,
                                              const Scope& scope,
                                              const Dependents& current_dependents);

// For each action the one that it may be folded into; its own position where there is none.
[[nodiscard]] std::vector<std::size_t> fold_targets(const std::vector<Action>& actions, bool fold);

}  // namespace pgplumb::diff
