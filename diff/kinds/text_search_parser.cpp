#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const TextSearchParser& desired, const Scope&) {
  SqlWriter sql("CREATE TEXT SEARCH PARSER");
  sql.name(id.qualified_name()).open();
  sql.line(1).keyword("START =").name(desired.start).comma();
  sql.line(1).keyword("GETTOKEN =").name(desired.token).comma();
  sql.line(1).keyword("END =").name(desired.end).comma();
  if (!desired.headline.empty()) sql.line(1).keyword("HEADLINE =").name(desired.headline).comma();
  sql.line(1).keyword("LEXTYPES =").name(desired.token_types);
  return Action::making(id).statement(sql.line().close());
}

Actions drop(const ObjectId& id, const TextSearchParser&, const Scope&) {
  return drop_named("TEXT SEARCH PARSER", id);
}

Actions alter(const ObjectId&, const TextSearchParser&, const TextSearchParser&,
              const Changed<TextSearchParser>&, const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const TextSearchParser&,
               const Scope&) {
  return rename_in_namespace("TEXT SEARCH PARSER", before, after);
}

}  // namespace pgplumb::diff
