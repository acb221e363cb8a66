#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {

Actions create(const ObjectId& id, const AccessMethod& desired, const Scope&) {
  SqlWriter sql("CREATE ACCESS METHOD");
  sql.name(Identifier(id.name)).keyword("TYPE");
  sql.keyword(desired.type == AccessMethodType::table ? Words("TABLE") : Words("INDEX"));
  return Action::making(id).statement(sql.keyword("HANDLER").name(desired.handler));
}

Actions drop(const ObjectId& id, const AccessMethod&, const Scope&) {
  SqlWriter sql("DROP ACCESS METHOD");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId&, const AccessMethod&, const AccessMethod&,
              const Changed<AccessMethod>&, const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId&, const ObjectId&, const AccessMethod&, const Scope&) {
  return Actions::not_possible(
      "an access method can't be renamed; leave that out, and it is dropped and made anew");
}

}  // namespace pgplumb::diff
