#include "schema/running_role.hpp"

#include <algorithm>
#include <iterator>

namespace pgplumb {
namespace {

using Names = std::vector<std::string>;

Names named(const RoleNames& roles) {
  Names names(roles.begin(), roles.end());
  std::erase(names, kRunningRole);
  return names;
}

// Whoever runs the text may be named besides.
bool may_be(const Names& known, const Names& other) {
  Names more;
  std::ranges::set_difference(other, known, std::back_inserter(more));
  return more.size() <= 1 && std::ranges::includes(other, known) && more != Names{""};
}

}  // namespace

bool RoleNames::has_running_role() const { return std::ranges::find(*this, kRunningRole) != end(); }

Verdict compare_value(const RoleNames& current, const RoleNames& desired) {
  if (Names(current) == Names(desired)) return Verdict::equal;
  const bool open = current.has_running_role();
  if (open == desired.has_running_role()) return Verdict::different;
  const Names known = named(open ? current : desired);
  return may_be(known, open ? desired : current) ? Verdict::unknown : Verdict::different;
}

std::string describe(const RoleNames& roles) {
  std::string text;
  for (const std::string& role : roles) {
    if (!text.empty()) text += ", ";
    text += role == kRunningRole ? "whoever runs it" : role;
  }
  return text;
}

}  // namespace pgplumb
