#include "diff/statements.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "diff/sql_writer.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

std::string join(const std::vector<std::string>& parts, const char* separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

// `text` with its parts and its tail.
std::string element(const std::vector<Action>& actions, const Step& step) {
  const Action& action = actions[step.action];
  std::vector<std::string> parts;
  if (action.phase != Phase::drop) {
    for (const Step& folded : step.folded) {
      if (!actions[folded.action].implied()) parts.push_back(element(actions, folded));
    }
  }
  std::string text = action.text;
  switch (action.slots) {
    case Slots::none: break;
    case Slots::words:
      if (!parts.empty()) text += " " + join(parts, " ");
      break;
    case Slots::list:
    case Slots::optional_list:
      if (!parts.empty()) {
        text += " (\n    " + join(parts, ",\n    ") + "\n)";
      } else if (action.slots == Slots::list) {
        text += " ()";
      }
      break;
  }
  return text + action.tail;
}

void declare(const std::vector<Action>& actions, const Step& step, PlannedStatement& statement,
             bool outermost) {
  const Action& action = actions[step.action];
  statement.ids.push_back(action.id);
  // What vanishes with its holder is told by the holder alone.
  if (outermost || action.phase != Phase::drop) {
    statement.rewrites = statement.rewrites || action.rewrites;
    statement.scans = statement.scans || action.scans;
    for (const Lock& lock : action.locks) {
      const bool known =
          std::find(statement.locks.begin(), statement.locks.end(), lock) != statement.locks.end();
      if (!known) statement.locks.push_back(lock);
    }
    statement.hazards.insert(statement.hazards.end(), action.hazards.begin(), action.hazards.end());
  }
  for (const Step& folded : step.folded) declare(actions, folded, statement, false);
}

PlannedStatement written(const std::vector<Action>& actions, const Step& step) {
  const Action& action = actions[step.action];
  PlannedStatement statement;
  if (!action.lead.empty()) statement.sql = action.lead + " ";
  statement.sql += element(actions, step);
  declare(actions, step, statement, true);
  return statement;
}

// RESET ROLE leads back to whoever runs the plan, also where the configuration names a role.
class RoleInForce {
 public:
  void become(const std::string& role, std::vector<PlannedStatement>& statements) {
    if (role == role_) return;
    PlannedStatement change;
    change.sql = role.empty() ? "RESET ROLE" : SqlWriter("SET ROLE").role(role).text();
    statements.push_back(std::move(change));
    role_ = role;
  }

 private:
  std::string role_;
};

// Until the end of the transaction; without one, of the session.
PlannedStatement without_body_checks(bool in_transaction) {
  PlannedStatement statement;
  statement.sql =
      in_transaction ? "SET LOCAL check_function_bodies = off" : "SET check_function_bodies = off";
  return statement;
}

// Whether the server would not find what the body of a routine names, or not yet.
bool body_must_wait(const std::vector<Action>& actions, const std::vector<Step>& steps) {
  bool seen = false;
  for (const Step& step : steps) {
    const Action& action = actions[step.action];
    if (action.needs_other_path) return true;
    if (seen && action.phase == Phase::make && !action.makes.empty() &&
        a_body_may_name(action.id.kind)) {
      return true;
    }
    seen = seen || action.unchecked_body;
  }
  return false;
}

}  // namespace

std::vector<Segment> write_segments(const std::vector<Action>& actions,
                                    const std::vector<Step>& steps, bool in_transaction) {
  std::vector<Segment> segments;
  const bool early_body = body_must_wait(actions, steps);
  const bool one_transaction =
      in_transaction && std::all_of(actions.begin(), actions.end(), [](const Action& a) {
        return a.transaction == Transaction::allowed;
      });
  RoleInForce role;
  for (const Step& step : steps) {
    const Action& action = actions[step.action];
    if (action.implied()) continue;
    const bool transactional = action.transaction == Transaction::allowed;
    if (segments.empty() || segments.back().transactional != transactional) {
      if (!segments.empty()) role.become("", segments.back().statements);
      segments.push_back({transactional, {}});
      if (early_body && segments.size() == 1) {
        segments.back().statements.push_back(without_body_checks(one_transaction));
      }
    }
    role.become(action.as_role, segments.back().statements);
    segments.back().statements.push_back(written(actions, step));
  }
  if (!segments.empty()) role.become("", segments.back().statements);
  return segments;
}

}  // namespace pgplumb::diff
