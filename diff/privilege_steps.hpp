// The GRANTs and REVOKEs that lead from what a grantee holds to what it should hold.
#pragma once

#include <string>
#include <vector>

#include "diff/sql_writer.hpp"
#include "schema/kinds/privilege.hpp"

namespace pgplumb::diff {

struct PrivilegeStep {
  bool grants = false;
  bool option = false;  // WITH GRANT OPTION, GRANT OPTION FOR
  bool all = false;     // every privilege that the server knows for the kind
  std::string letters;
  std::string grantor;  // "": the owner, or whoever may act as the owner
};

// In the order in which they run: nothing is given before all is taken. What one server has and
// another has not (MAINTAIN) is never named where ALL says the same.
[[nodiscard]] std::vector<PrivilegeStep> privilege_steps(ObjectKind kind, const Privilege& current,
                                                         const Privilege& desired);

// A REVOKE on a relation takes the same from its columns. What gives that back to one of them, as
// far as both states have it there.
[[nodiscard]] std::vector<PrivilegeStep> column_steps_after(const PrivilegeStep& revoke,
                                                            const Privilege& current,
                                                            const Privilege& desired);

// GRANT SELECT, INSERT / REVOKE GRANT OPTION FOR ALL; `column`: each word limited to it.
[[nodiscard]] SqlWriter privilege_words(const PrivilegeStep& step, const Identifier& column = {});
// TO bob WITH GRANT OPTION / FROM PUBLIC
void write_grantee(SqlWriter& sql, const PrivilegeStep& step, const std::string& grantee);

}  // namespace pgplumb::diff
