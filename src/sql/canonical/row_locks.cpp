#include "sql/canonical/row_locks.hpp"

#include <algorithm>
#include <vector>

#include "sql/canonical/names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql::canon {
namespace {

struct Mark {
  std::string name;
  int strength = 0;
  int wait_policy = 0;
};

// Of two clauses about one item the stronger word holds, of each sort.
void mark(std::vector<Mark>& marks, const std::string& name, const LockingClause& clause) {
  const auto same = [&](const Mark& one) { return one.name == name; };
  auto found = std::find_if(marks.begin(), marks.end(), same);
  if (found == marks.end()) found = marks.insert(marks.end(), Mark{name, 0, 0});
  found->strength = std::max(found->strength, static_cast<int>(clause.strength));
  found->wait_policy = std::max(found->wait_policy, static_cast<int>(clause.waitPolicy));
}

// The item of FROM that a clause names.
std::string printed_as(const Scope& scope, const std::string& name) {
  for (const RangeEntry& entry : scope.entries) {
    if (entry.lockable && entry.name == name) return entry.printed;
  }
  return name;
}

std::string printed(const Mark& one) {
  const char* const strengths[] = {"", " FOR KEY SHARE", " FOR SHARE", " FOR NO KEY UPDATE",
                                   " FOR UPDATE"};
  std::string text = strengths[one.strength];
  text += " OF " + quoted_name(one.name);
  if (one.wait_policy == LockWaitError) text += " NOWAIT";
  if (one.wait_policy == LockWaitSkip) text += " SKIP LOCKED";
  return text;
}

}  // namespace

std::string row_locks(const SelectStmt* node, const Scope& scope) {
  std::vector<Mark> marks;
  for (const LockingClause* clause : items<LockingClause>(node->lockingClause)) {
    for (const RangeVar* relation : items<RangeVar>(clause->lockedRels)) {
      mark(marks, printed_as(scope, text_of(relation->relname)), *clause);
    }
    if (clause->lockedRels != nullptr) continue;
    for (const RangeEntry& entry : scope.entries) {
      if (entry.lockable) mark(marks, entry.printed, *clause);
    }
  }
  std::string text;
  for (const Mark& one : marks) text += printed(one);
  return text;
}

}  // namespace pgplumb::sql::canon
