#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

void write_locale(SqlWriter& sql, const Collation& collation) {
  if (collation.provider == CollationProvider::libc && collation.collate != collation.ctype) {
    sql.keyword("LC_COLLATE =").literal(collation.collate.name).comma();
    sql.keyword("LC_CTYPE =").literal(collation.ctype.name);
    return;
  }
  const bool libc = collation.provider == CollationProvider::libc;
  sql.keyword("LOCALE =").literal(libc ? collation.collate.name : collation.locale.name);
}

SqlWriter create_collation(const ObjectId& id, const Collation& collation) {
  SqlWriter sql("CREATE COLLATION");
  sql.name(id.qualified_name());
  if (!collation.collate.copied_from.empty()) {
    return sql.keyword("FROM").name(collation.collate.copied_from);
  }
  sql.open();
  if (collation.provider == CollationProvider::icu) sql.keyword("PROVIDER = icu").comma();
  if (collation.provider == CollationProvider::builtin) sql.keyword("PROVIDER = builtin").comma();
  write_locale(sql, collation);
  if (!collation.deterministic) sql.comma().keyword("DETERMINISTIC = false");
  if (!collation.rules.empty()) sql.comma().keyword("RULES =").literal(collation.rules);
  return sql.close();
}

}  // namespace

Actions create(const ObjectId& id, const Collation& desired, const Scope&) {
  return Action::making(id).statement(create_collation(id, desired));
}

Actions drop(const ObjectId& id, const Collation&, const Scope&) {
  return drop_named("COLLATION", id);
}

Actions alter(const ObjectId&, const Collation&, const Collation&, const Changed<Collation>&,
              const Scope&) {
  return Actions::replacement();
}

Actions rename(const ObjectId& before, const ObjectId& after, const Collation&, const Scope&) {
  return rename_in_namespace("COLLATION", before, after);
}

}  // namespace pgplumb::diff
