#include "diff/rules.hpp"
#include "diff/shell.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

Words words_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::char_: return "char";
    case Alignment::int2: return "int2";
    case Alignment::double_: return "double";
    default: return "int4";
  }
}

Words words_of(Storage storage) {
  switch (storage) {
    case Storage::external: return "external";
    case Storage::extended: return "extended";
    case Storage::main: return "main";
    default: return "plain";
  }
}

void write_function(SqlWriter& sql, Words words, const QualifiedName& name) {
  if (!name.empty()) sql.comma().line(1).keyword(words).name(name);
}

void write_values(SqlWriter& sql, const BaseType& type) {
  if (type.category != "U") sql.comma().line(1).keyword("CATEGORY =").literal(type.category);
  if (type.preferred) sql.comma().line(1).keyword("PREFERRED = true");
  if (type.default_value) sql.comma().line(1).keyword("DEFAULT =").literal(*type.default_value);
  if (!type.element.empty()) sql.comma().line(1).keyword("ELEMENT =").type(type.element);
  if (type.delimiter != ",") sql.comma().line(1).keyword("DELIMITER =").literal(type.delimiter);
  if (type.collatable) sql.comma().line(1).keyword("COLLATABLE = true");
}

SqlWriter create_type(const ObjectId& id, const BaseType& type) {
  SqlWriter sql("CREATE TYPE");
  sql.name(id.qualified_name()).open();
  sql.line(1).keyword("INPUT =").name(type.input);
  write_function(sql, "OUTPUT =", type.output);
  write_function(sql, "RECEIVE =", type.receive);
  write_function(sql, "SEND =", type.send);
  write_function(sql, "TYPMOD_IN =", type.modifier_input);
  write_function(sql, "TYPMOD_OUT =", type.modifier_output);
  write_function(sql, "ANALYZE =", type.analyze);
  write_function(sql, "SUBSCRIPT =", type.subscript);
  sql.comma().line(1).keyword("INTERNALLENGTH =");
  type.internal_length < 0 ? sql.keyword("VARIABLE") : sql.number(type.internal_length);
  if (type.passed_by_value) sql.comma().line(1).keyword("PASSEDBYVALUE");
  sql.comma().line(1).keyword("ALIGNMENT =").keyword(words_of(type.alignment));
  sql.comma().line(1).keyword("STORAGE =").keyword(words_of(type.storage));
  write_values(sql, type);
  return sql.line().close();
}

void write_change(SqlWriter& sql, bool& first, Words words, const QualifiedName& name) {
  if (!first) sql.comma();
  first = false;
  sql.keyword(words);
  name.empty() ? sql.keyword("NONE") : sql.name(name);
}

}  // namespace

Actions create(const ObjectId& id, const BaseType& desired, const Scope& scope) {
  Actions actions = announce_type(id, scope);
  actions.add(Action::making(id).statement(create_type(id, desired)));
  return actions;
}

Actions drop(const ObjectId& id, const BaseType&, const Scope& scope) {
  return drop_type(id, scope);
}

Actions alter(const ObjectId& id, const BaseType& current, const BaseType& desired,
              const Changed<BaseType>& changed, const Scope& scope) {
  // Values are stored already: from plain storage there is no way, and back is none either.
  const bool fixed = changed.has<&BaseType::storage>() &&
                     (current.storage == Storage::plain || desired.storage == Storage::plain);
  const bool reachable =
      !fixed && changed.only<&BaseType::receive, &BaseType::send, &BaseType::modifier_input,
                             &BaseType::modifier_output, &BaseType::analyze, &BaseType::subscript,
                             &BaseType::storage>();
  if (!reachable) return replace_type(id, scope);
  SqlWriter sql("ALTER TYPE");
  sql.name(id.qualified_name()).keyword("SET").open();
  bool first = true;
  if (changed.has<&BaseType::receive>()) write_change(sql, first, "RECEIVE =", desired.receive);
  if (changed.has<&BaseType::send>()) write_change(sql, first, "SEND =", desired.send);
  if (changed.has<&BaseType::modifier_input>()) {
    write_change(sql, first, "TYPMOD_IN =", desired.modifier_input);
  }
  if (changed.has<&BaseType::modifier_output>()) {
    write_change(sql, first, "TYPMOD_OUT =", desired.modifier_output);
  }
  if (changed.has<&BaseType::analyze>()) write_change(sql, first, "ANALYZE =", desired.analyze);
  if (changed.has<&BaseType::subscript>()) {
    write_change(sql, first, "SUBSCRIPT =", desired.subscript);
  }
  if (changed.has<&BaseType::storage>()) {
    if (!first) sql.comma();
    sql.keyword("STORAGE =").keyword(words_of(desired.storage));
  }
  return Action::making(id).statement(sql.close());
}

Actions rename(const ObjectId& before, const ObjectId& after, const BaseType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
