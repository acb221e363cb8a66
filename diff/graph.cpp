#include "diff/graph.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "base/assert.hpp"
#include "diff/tie_break.hpp"

namespace pgplumb::diff {
namespace {

using Node = std::size_t;
using Adjacency = std::vector<std::vector<Node>>;

// Folded actions count as the one that they are folded into.
class Clusters {
 public:
  explicit Clusters(std::vector<Node> targets) : targets_(std::move(targets)) {}

  [[nodiscard]] Node root(Node node) const {
    // Chains are as long as the parts are nested: a default in a column in a table.
    for (std::size_t steps = 0; targets_[node] != node && steps <= targets_.size(); ++steps) {
      node = targets_[node];
    }
    return node;
  }
  [[nodiscard]] Node target(Node node) const { return targets_[node]; }
  void unfold(Node node) { targets_[node] = node; }
  [[nodiscard]] std::size_t size() const { return targets_.size(); }

 private:
  std::vector<Node> targets_;
};

Adjacency contracted(const std::vector<Edge>& edges, const Clusters& clusters) {
  Adjacency successors(clusters.size());
  for (const Edge& edge : edges) {
    const Node before = clusters.root(edge.before);
    const Node after = clusters.root(edge.after);
    if (before != after) successors[before].push_back(after);
  }
  for (auto& nodes : successors) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  }
  return successors;
}

// Strongly connected components of more than one node (Tarjan, without recursion).
class Components {
 public:
  explicit Components(const Adjacency& successors)
      : successors_(successors),
        index_(successors.size(), kNone),
        low_(successors.size(), 0),
        on_stack_(successors.size(), false) {}

  std::vector<std::vector<Node>> run() {
    for (Node node = 0; node < successors_.size(); ++node) {
      if (index_[node] == kNone) visit(node);
    }
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void enter(Node node) {
    index_[node] = low_[node] = next_++;
    stack_.push_back(node);
    on_stack_[node] = true;
    frames_.emplace_back(node, 0);
  }

  void visit(Node first) {
    enter(first);
    while (!frames_.empty()) {
      auto& [node, edge] = frames_.back();
      if (edge < successors_[node].size()) {
        const Node next = successors_[node][edge++];
        if (index_[next] == kNone) {
          enter(next);
        } else if (on_stack_[next]) {
          low_[node] = std::min(low_[node], index_[next]);
        }
        continue;
      }
      leave();
    }
  }

  void leave() {
    const Node node = frames_.back().first;
    frames_.pop_back();
    if (!frames_.empty()) {
      const Node parent = frames_.back().first;
      low_[parent] = std::min(low_[parent], low_[node]);
    }
    if (low_[node] != index_[node]) return;
    std::vector<Node> component;
    Node member = 0;
    do {
      member = stack_.back();
      stack_.pop_back();
      on_stack_[member] = false;
      component.push_back(member);
    } while (member != node);
    if (component.size() > 1) found_.push_back(std::move(component));
  }

  const Adjacency& successors_;
  std::vector<std::size_t> index_;
  std::vector<std::size_t> low_;
  std::vector<bool> on_stack_;
  std::vector<Node> stack_;
  std::vector<std::pair<Node, std::size_t>> frames_;
  std::vector<std::vector<Node>> found_;
  std::size_t next_ = 0;
};

Diagnostic cycle(const std::vector<Action>& actions, const std::vector<Edge>& edges,
                 const Clusters& clusters, const std::vector<Node>& component) {
  const std::set<Node> members(component.begin(), component.end());
  Diagnostic problem{DiagnosticCode::plan_cycle, "", {}, {}};
  problem.message = "no order exists for the statements about ";
  std::set<ObjectId> ids;
  for (const Node node : members) ids.insert(actions[node].id);
  bool first = true;
  for (const ObjectId& id : ids) {
    problem.message += (first ? "" : ", ") + described(id);
    first = false;
  }
  problem.message += "; this is a defect of pgplumb, please report it";
  for (const Edge& edge : edges) {
    const Node before = clusters.root(edge.before);
    const Node after = clusters.root(edge.after);
    if (before == after || !members.contains(before) || !members.contains(after)) continue;
    problem.notes.push_back({described(edge), {}});
  }
  return problem;
}

// Takes the parts of highest rank out of the statements that a cycle runs through.
bool unfold(const std::vector<Action>& actions, const std::vector<Edge>& edges,
            const std::vector<Node>& component, Clusters& clusters) {
  const std::set<Node> members(component.begin(), component.end());
  // Only parts that an edge of the cycle itself touches can help.
  std::set<Node> touched;
  for (const Edge& edge : edges) {
    const Node before = clusters.root(edge.before);
    const Node after = clusters.root(edge.after);
    if (before == after || !members.contains(before) || !members.contains(after)) continue;
    for (Node node : {edge.before, edge.after}) {
      for (; clusters.target(node) != node; node = clusters.target(node)) touched.insert(node);
    }
  }
  int rank = 0;
  for (const Node node : touched) rank = std::max(rank, actions[node].fold_rank);
  if (rank == 0) return false;
  for (const Node node : touched) {
    if (actions[node].fold_rank == rank) clusters.unfold(node);
  }
  return true;
}

bool leads_to(Node from, Node to, const Adjacency& successors) {
  std::vector<bool> seen(successors.size(), false);
  std::vector<Node> open = {from};
  while (!open.empty()) {
    const Node node = open.back();
    open.pop_back();
    if (node == to) return true;
    if (seen[node]) continue;
    seen[node] = true;
    open.insert(open.end(), successors[node].begin(), successors[node].end());
  }
  return false;
}

void grant(const Edge& wish, const Clusters& clusters, Adjacency& successors) {
  const Node before = clusters.root(wish.before);
  const Node after = clusters.root(wish.after);
  auto& nodes = successors[before];
  if (std::ranges::count(nodes, after) > 0 || leads_to(after, before, successors)) return;
  nodes.push_back(after);
}

class Sorter {
 public:
  Sorter(const std::vector<Action>& actions, const Adjacency& successors, const Clusters& clusters)
      : actions_(actions), successors_(successors), clusters_(clusters) {
    for (const Action& action : actions) keys_.push_back(tie_break(action));
  }

  std::vector<Step> run() {
    std::vector<std::size_t> waiting(actions_.size(), 0);
    for (const auto& nodes : successors_) {
      for (const Node node : nodes) ++waiting[node];
    }
    const auto later = [this](Node a, Node b) { return keys_[b] < keys_[a]; };
    std::priority_queue<Node, std::vector<Node>, decltype(later)> ready(later);
    for (Node node = 0; node < actions_.size(); ++node) {
      if (clusters_.root(node) == node && waiting[node] == 0) ready.push(node);
    }
    std::vector<Step> steps;
    const auto children = children_of_all();
    while (!ready.empty()) {
      const Node node = ready.top();
      ready.pop();
      steps.push_back(step(node, children));
      for (const Node next : successors_[node]) {
        if (--waiting[next] == 0) ready.push(next);
      }
    }
    return steps;
  }

 private:
  [[nodiscard]] Adjacency children_of_all() const {
    Adjacency children(actions_.size());
    for (Node node = 0; node < actions_.size(); ++node) {
      if (clusters_.target(node) != node) children[clusters_.target(node)].push_back(node);
    }
    for (auto& nodes : children) {
      std::sort(nodes.begin(), nodes.end(), [this](Node a, Node b) {
        return std::tie(actions_[a].order, keys_[a]) < std::tie(actions_[b].order, keys_[b]);
      });
    }
    return children;
  }

  static Step step(Node node, const Adjacency& children) {
    Step made{node, {}};
    for (const Node child : children[node]) made.folded.push_back(step(child, children));
    return made;
  }

  const std::vector<Action>& actions_;
  const Adjacency& successors_;
  const Clusters& clusters_;
  std::vector<TieBreak> keys_;
};

}  // namespace

Result<std::vector<Step>> sorted(const std::vector<Action>& actions, const std::vector<Edge>& edges,
                                 std::vector<std::size_t> targets,
                                 const std::vector<Edge>& wishes) {
  PGPLUMB_ASSERT(targets.size() == actions.size());
  Clusters clusters(std::move(targets));
  while (true) {
    Adjacency successors = contracted(edges, clusters);
    const auto components = Components(successors).run();
    if (components.empty()) {
      for (const Edge& wish : wishes) grant(wish, clusters, successors);
      return Sorter(actions, successors, clusters).run();
    }
    for (const auto& component : components) {
      if (!unfold(actions, edges, component, clusters)) {
        return cycle(actions, edges, clusters, component);
      }
    }
  }
}

}  // namespace pgplumb::diff
