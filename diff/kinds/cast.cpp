#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const Cast& desired, const Scope& scope) {
  SqlWriter sql("CREATE");
  write_object(sql, id, scope);
  switch (desired.method) {
    case CastMethod::function:
      sql.keyword("WITH FUNCTION").name(desired.function).call();
      sql.list(desired.function_arguments, [&](const TypeRef& type) { sql.type(type); }).close();
      break;
    case CastMethod::binary: sql.keyword("WITHOUT FUNCTION"); break;
    case CastMethod::inout: sql.keyword("WITH INOUT"); break;
  }
  sql.keyword_if(desired.use == CastUse::assignment, "AS ASSIGNMENT");
  sql.keyword_if(desired.use == CastUse::implicit, "AS IMPLICIT");
  return Action::making(id).statement(sql);
}

Actions drop(const ObjectId& id, const Cast&, const Scope& scope) { return drop_object(id, scope); }

Actions alter(const ObjectId&, const Cast&, const Cast&, const Changed<Cast>&, const Scope&) {
  return Actions::replacement();
}

// A cast has no name: it follows its types.
Actions rename(const ObjectId&, const ObjectId&, const Cast&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
