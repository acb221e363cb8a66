#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const Conversion& desired, const Scope&) {
  SqlWriter sql("CREATE");
  sql.keyword_if(desired.is_default, "DEFAULT").keyword("CONVERSION").name(id.qualified_name());
  sql.keyword("FOR").literal(desired.for_encoding).keyword("TO").literal(desired.to_encoding);
  return Action::making(id).statement(sql.keyword("FROM").name(desired.function));
}

Actions drop(const ObjectId& id, const Conversion&, const Scope&) {
  return drop_named("CONVERSION", id);
}

Actions alter(const ObjectId&, const Conversion&, const Conversion&, const Changed<Conversion>&,
              const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const Conversion&, const Scope&) {
  return rename_in_namespace("CONVERSION", before, after);
}

}  // namespace pgplumb::diff
