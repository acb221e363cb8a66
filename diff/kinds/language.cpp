#include "diff/create_form.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

Action write(const ObjectId& id, const Language& language, CreateForm form) {
  SqlWriter sql("CREATE");
  sql.keyword_if(form == CreateForm::replace, "OR REPLACE").keyword_if(language.trusted, "TRUSTED");
  sql.keyword("LANGUAGE").name(Identifier(id.name));
  sql.line(1).keyword("HANDLER").name(language.handler);
  if (!language.inline_handler.empty()) sql.keyword("INLINE").name(language.inline_handler);
  if (!language.validator.empty()) sql.keyword("VALIDATOR").name(language.validator);
  return Action::making(id).statement(sql);
}

}  // namespace

Actions create(const ObjectId& id, const Language& desired, const Scope&) {
  return write(id, desired, CreateForm::create);
}

Actions drop(const ObjectId& id, const Language&, const Scope&) {
  SqlWriter sql("DROP LANGUAGE");
  return Action::dropping(id).statement(sql.name(Identifier(id.name)));
}

Actions alter(const ObjectId& id, const Language&, const Language& desired,
              const Changed<Language>&, const Scope&) {
  return write(id, desired, CreateForm::replace);
}

Actions rename(const ObjectId& before, const ObjectId& after, const Language&, const Scope&) {
  return rename_plain("LANGUAGE", before, after);
}

}  // namespace pgplumb::diff
