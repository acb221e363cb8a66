#include "diff/privilege_steps.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace pgplumb::diff {
namespace {

struct Letter {
  char letter;
  Words word;
};

constexpr std::array kLetters = {
    Letter{'r', "SELECT"},   Letter{'a', "INSERT"},   Letter{'w', "UPDATE"},
    Letter{'d', "DELETE"},   Letter{'D', "TRUNCATE"}, Letter{'x', "REFERENCES"},
    Letter{'t', "TRIGGER"},  Letter{'U', "USAGE"},    Letter{'C', "CREATE"},
    Letter{'X', "EXECUTE"},  Letter{'m', "MAINTAIN"}, Letter{'c', "CONNECT"},
    Letter{'T', "TEMPORARY"}};

constexpr char kMaintain = 'm';
constexpr const char* kOfColumns = "arwx";

bool has(const std::string& letters, char letter) {
  return letters.find(letter) != std::string::npos;
}

std::string without(const std::string& letters, const std::string& others) {
  std::string rest;
  std::ranges::copy_if(letters, std::back_inserter(rest), [&](char c) { return !has(others, c); });
  return rest;
}

// All that a server may give: with MAINTAIN or, on one that does not have it, without.
bool is_all(ObjectKind kind, const std::string& letters) {
  // A column starts with nothing, also for its owner.
  const bool column = kind == ObjectKind::attribute;
  const std::string all = column ? kOfColumns : owner_default_privileges(kind);
  return letters.size() > 1 && without(all, letters).size() <= (has(all, kMaintain) ? 1U : 0U) &&
         without(without(all, letters), std::string(1, kMaintain)).empty();
}

class Steps {
 public:
  explicit Steps(ObjectKind kind) : kind_(kind) {}

  void revoke(const std::string& letters, bool option) { add({false, option, false, letters, {}}); }
  // `total`: what the grantee holds of that sort afterwards.
  void grant(const std::string& letters, const std::string& total, bool option) {
    const bool all = is_all(kind_, total) && (letters == total || has(letters, kMaintain));
    add({true, option, all, letters, {}});
  }
  void revoke_everything() { steps_.push_back({false, false, true, {}, {}}); }
  [[nodiscard]] std::vector<PrivilegeStep> take() { return std::move(steps_); }

 private:
  void add(PrivilegeStep step) {
    if (!step.letters.empty()) steps_.push_back(std::move(step));
  }

  ObjectKind kind_;
  std::vector<PrivilegeStep> steps_;
};

}  // namespace

namespace {

std::string common(const std::string& letters, const std::string& others) {
  return without(letters, without(letters, others));
}

// What one grantor gives.
std::vector<PrivilegeStep> steps_of_one(ObjectKind kind, const Privilege& current,
                                        const Privilege& desired) {
  Steps steps(kind);
  Privilege held = current;
  const std::string gone = without(current.privileges, desired.privileges);
  if (has(gone, kMaintain) && is_all(kind, current.privileges)) {
    steps.revoke_everything();
    held = {};
  } else {
    steps.revoke(gone, false);
    const std::string option = without(current.grant_option, gone);
    steps.revoke(without(option, desired.grant_option), true);
  }
  const std::string plain = without(desired.privileges, desired.grant_option);
  steps.grant(without(plain, held.privileges), desired.privileges, false);
  steps.grant(without(desired.grant_option, held.grant_option), desired.grant_option, true);
  return steps.take();
}

Privilege given_by(const std::string& grantor, const Privilege& held) {
  for (const GrantByOther& grant : held.by_others) {
    if (grant.grantor == grantor) return {grant.privileges, grant.grant_option};
  }
  return {};
}

}  // namespace

std::vector<PrivilegeStep> privilege_steps(ObjectKind kind, const Privilege& current,
                                           const Privilege& desired) {
  std::vector<PrivilegeStep> steps = steps_of_one(kind, current, desired);
  std::set<std::string> grantors;
  for (const Privilege* held : {&current, &desired}) {
    for (const GrantByOther& grant : held->by_others) grantors.insert(grant.grantor);
  }
  for (const std::string& grantor : grantors) {
    for (PrivilegeStep& step :
         steps_of_one(kind, given_by(grantor, current), given_by(grantor, desired))) {
      step.grantor = grantor;
      steps.push_back(std::move(step));
    }
  }
  std::stable_partition(steps.begin(), steps.end(),
                        [](const PrivilegeStep& step) { return !step.grants; });
  return steps;
}

std::vector<PrivilegeStep> column_steps_after(const PrivilegeStep& revoke, const Privilege& current,
                                              const Privilege& desired) {
  const bool owner = revoke.grantor.empty();
  const Privilege before = owner ? current : given_by(revoke.grantor, current);
  const Privilege after = owner ? desired : given_by(revoke.grantor, desired);
  const std::string taken = revoke.all ? kOfColumns : revoke.letters;
  const std::string option = common(common(before.grant_option, after.grant_option), taken);
  const std::string held = common(common(before.privileges, after.privileges), taken);
  Steps steps(ObjectKind::attribute);
  if (!revoke.option) {
    const std::string plain = without(held, option);
    steps.grant(plain, plain, false);
  }
  steps.grant(option, option, true);
  std::vector<PrivilegeStep> given = steps.take();
  for (PrivilegeStep& step : given) step.grantor = revoke.grantor;
  return given;
}

SqlWriter privilege_words(const PrivilegeStep& step, const Identifier& column) {
  SqlWriter sql(step.grants ? Words("GRANT") : Words("REVOKE"));
  sql.keyword_if(step.option && !step.grants, "GRANT OPTION FOR");
  if (step.all) {
    sql.keyword("ALL");
    if (!column.empty()) sql.names({column});
    return sql;
  }
  std::vector<const Letter*> named;
  for (const Letter& known : kLetters) {
    if (has(step.letters, known.letter)) named.push_back(&known);
  }
  return sql.list(named, [&](const Letter* letter) {
    sql.keyword(letter->word);
    if (!column.empty()) sql.names({column});
  });
}

void write_grantee(SqlWriter& sql, const PrivilegeStep& step, const std::string& grantee) {
  sql.keyword(step.grants ? Words("TO") : Words("FROM")).role(grantee);
  sql.keyword_if(step.option && step.grants, "WITH GRANT OPTION");
}

}  // namespace pgplumb::diff
