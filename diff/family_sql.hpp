// The entries of CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY.
#pragma once

#include "diff/sql_writer.hpp"
#include "schema/kinds/operator_family.hpp"

namespace pgplumb::diff {

// Writes entries one under the other, with commas between. `sql` must outlive it.
class MemberList {
 public:
  explicit MemberList(SqlWriter& sql) : sql_(sql) {}

  [[nodiscard]] bool empty() const { return empty_; }
  SqlWriter& entry(Words words);
  void add(const FamilyMembers& members);
  // Only what tells the entries apart, for DROP.
  void remove(const FamilyMembers& members);

 private:
  SqlWriter& sql_;
  bool empty_ = true;
};

}  // namespace pgplumb::diff
