#include "diff/rules.hpp"
#include "diff/shell.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter create_type(const ObjectId& id, const RangeType& range) {
  SqlWriter sql("CREATE TYPE");
  sql.name(id.qualified_name()).keyword("AS RANGE").open();
  sql.line(1).keyword("SUBTYPE =").type(range.subtype);
  if (!range.operator_class.empty()) {
    sql.comma().line(1).keyword("SUBTYPE_OPCLASS =").name(range.operator_class);
  }
  if (!range.collation.empty()) {
    sql.comma().line(1).keyword("COLLATION =").name(range.collation);
  }
  if (!range.canonical_function.empty()) {
    sql.comma().line(1).keyword("CANONICAL =").name(range.canonical_function);
  }
  if (!range.difference_function.empty()) {
    sql.comma().line(1).keyword("SUBTYPE_DIFF =").name(range.difference_function);
  }
  if (range.multirange != qualified(id.space, chosen_multirange_name(id.name))) {
    sql.comma().line(1).keyword("MULTIRANGE_TYPE_NAME =").name(range.multirange);
  }
  return sql.line().close();
}

// ALTER words … RENAME TO and SET SCHEMA.
void move(const ObjectId& id, const SqlWriter& lead, const QualifiedName& current,
          const QualifiedName& desired, const SqlWriter& signature, Actions& actions) {
  if (current.name != desired.name) {
    SqlWriter sql = lead;
    sql.name(current).part(signature).keyword("RENAME TO").name(desired.name);
    actions.add(Action::making(id).statement(sql));
  }
  if (current.space != desired.space) {
    SqlWriter sql = lead;
    sql.name(QualifiedName{current.space, desired.name}).part(signature);
    Action action = Action::making(id).statement(sql.keyword("SET SCHEMA").name(desired.space));
    action.need(object_id(ObjectKind::namespace_, desired.space));
    actions.add(std::move(action));
  }
}

void move_function(const ObjectId& id, const QualifiedName& current, const QualifiedName& desired,
                   const std::vector<TypeRef>& arguments, Actions& actions) {
  SqlWriter signature;
  signature.open().list(arguments, [&](const TypeRef& type) { signature.type(type); }).close();
  move(id, SqlWriter("ALTER FUNCTION"), current, desired, signature, actions);
}

void move_constructors(const ObjectId& id, const RangeType& current, const RangeType& desired,
                       Actions& actions) {
  const TypeRef text = builtin_type("text");
  const TypeRef& bound = desired.subtype;
  const TypeRef range{id.qualified_name(), {}, false};
  const TypeRef ranges{id.qualified_name(), {}, true};
  for (const auto& arguments : {std::vector{bound, bound}, std::vector{bound, bound, text}}) {
    move_function(id, current.constructor, desired.constructor, arguments, actions);
  }
  for (const auto& arguments : {std::vector<TypeRef>{}, std::vector{range}, std::vector{ranges}}) {
    move_function(id, current.multirange_constructor, desired.multirange_constructor, arguments,
                  actions);
  }
}

// CREATE TYPE names the constructors like the types, and puts them beside the range type.
RangeType as_made(const ObjectId& id, const RangeType& desired) {
  RangeType made = desired;
  made.constructor = id.qualified_name();
  made.multirange_constructor = {Identifier(id.space), desired.multirange.name};
  return made;
}

}  // namespace

Actions create(const ObjectId& id, const RangeType& desired, const Scope& scope) {
  Actions actions;
  if (!desired.canonical_function.empty()) actions.add(announce_type(id, scope));
  actions.add(Action::making(id).statement(create_type(id, desired)));
  move_constructors(id, as_made(id, desired), desired, actions);
  return actions;
}

Actions drop(const ObjectId& id, const RangeType&, const Scope& scope) {
  return drop_type(id, scope);
}

Actions alter(const ObjectId& id, const RangeType& current, const RangeType& desired,
              const Changed<RangeType>& changed, const Scope& scope) {
  const bool names_only = changed.only<&RangeType::multirange, &RangeType::constructor,
                                       &RangeType::multirange_constructor>();
  if (!names_only) return replace_type(id, scope);
  Actions actions;
  move(id, SqlWriter("ALTER TYPE"), current.multirange, desired.multirange, SqlWriter(), actions);
  move_constructors(id, current, desired, actions);
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const RangeType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
