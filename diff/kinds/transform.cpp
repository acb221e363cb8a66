#include "diff/create_form.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

TypeRef internal() { return builtin_type("internal"); }

Action write(const ObjectId& id, const Transform& transform, CreateForm form, const Scope& scope) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE");
  write_object(sql, id, scope);
  sql.open();
  if (!transform.from_sql.empty()) {
    sql.keyword("FROM SQL WITH FUNCTION").name(transform.from_sql).call().type(internal()).close();
  }
  if (!transform.from_sql.empty() && !transform.to_sql.empty()) sql.comma();
  if (!transform.to_sql.empty()) {
    sql.keyword("TO SQL WITH FUNCTION").name(transform.to_sql).call().type(internal()).close();
  }
  return Action::making(id).statement(sql.close());
}

}  // namespace

Actions create(const ObjectId& id, const Transform& desired, const Scope& scope) {
  return write(id, desired, CreateForm::create, scope);
}

Actions drop(const ObjectId& id, const Transform&, const Scope& scope) {
  SqlWriter sql("DROP");
  write_object(sql, id, scope);
  return Action::dropping(id).statement(sql);
}

Actions alter(const ObjectId& id, const Transform&, const Transform& desired,
              const Changed<Transform>&, const Scope& scope) {
  return write(id, desired, CreateForm::replace, scope);
}

// It goes by its type and language.
Actions rename(const ObjectId&, const ObjectId&, const Transform&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
