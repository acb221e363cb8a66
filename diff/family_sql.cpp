#include "diff/family_sql.hpp"

namespace pgplumb::diff {
namespace {

void write_types(SqlWriter& sql, const TypeRef& left, const TypeRef& right) {
  sql.open().type(left).comma().type(right).close();
}

}  // namespace

SqlWriter& MemberList::entry(Words words) {
  if (!empty_) sql_.comma();
  empty_ = false;
  return sql_.line(1).keyword(words);
}

void MemberList::add(const FamilyMembers& members) {
  for (const FamilyOperator& member : members.operators) {
    entry("OPERATOR").number(member.strategy).operator_name(member.operator_);
    write_types(sql_, member.left, member.right);
    if (!member.sort_family.empty()) sql_.keyword("FOR ORDER BY").name(member.sort_family);
  }
  for (const FamilyFunction& member : members.functions) {
    entry("FUNCTION").number(member.number);
    write_types(sql_, member.left, member.right);
    sql_.name(member.function).call();
    sql_.list(member.arguments, [&](const TypeRef& type) { sql_.type(type); }).close();
  }
}

void MemberList::remove(const FamilyMembers& members) {
  for (const FamilyOperator& member : members.operators) {
    entry("OPERATOR").number(member.strategy);
    write_types(sql_, member.left, member.right);
  }
  for (const FamilyFunction& member : members.functions) {
    entry("FUNCTION").number(member.number);
    write_types(sql_, member.left, member.right);
  }
}

}  // namespace pgplumb::diff
