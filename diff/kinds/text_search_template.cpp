#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const TextSearchTemplate& desired, const Scope&) {
  SqlWriter sql("CREATE TEXT SEARCH TEMPLATE");
  sql.name(id.qualified_name()).open();
  if (!desired.initialize.empty()) sql.keyword("INIT =").name(desired.initialize).comma();
  sql.keyword("LEXIZE =").name(desired.lexize);
  return Action::making(id).statement(sql.close());
}

Actions drop(const ObjectId& id, const TextSearchTemplate&, const Scope&) {
  return drop_named("TEXT SEARCH TEMPLATE", id);
}

Actions alter(const ObjectId&, const TextSearchTemplate&, const TextSearchTemplate&,
              const Changed<TextSearchTemplate>&, const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const TextSearchTemplate&,
               const Scope&) {
  return rename_in_namespace("TEXT SEARCH TEMPLATE", before, after);
}

}  // namespace pgplumb::diff
