// CREATE TYPE … AS RANGE.
#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// A name of a definition as the list of its parts; an empty list when it is not there.
const ::List* list_of(const Definition& definition, std::string_view name) {
  ::List* list = nullptr;
  for (const std::string& part : definition.names({name})) {
    list = lappend(list, makeString(pstrdup(part.c_str())));
  }
  return list;
}

}  // namespace

void lower(const ::CreateRangeStmt& statement, Replay& replay) {
  const Definition definition(statement.params, replay);
  const QualifiedName name = replay.creation_name(statement.typeName);
  RangeType range;
  range.subtype = definition.type({"subtype"});
  range.operator_class =
      operator_class_name(list_of(definition, "subtype_opclass"), Identifier("btree"), replay);
  range.collation = collation_name(list_of(definition, "collation"), replay);
  range.canonical_function = definition.function({"canonical"}, {TypeRef{name, {}, false}});
  range.difference_function = definition.function({"subtype_diff"}, {range.subtype, range.subtype});
  range.multirange =
      definition.has({"multirange_type_name"})
          ? replay.creation_name(list_of(definition, "multirange_type_name"))
          : QualifiedName{name.space, Identifier(chosen_multirange_name(name.name.text()))};
  range.constructor = name;
  // Beside the range type, wherever the multirange type stands.
  range.multirange_constructor = {name.space, range.multirange.name};
  if (replay.catalog().find_type(range.multirange)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "type \"" + shown(range.multirange) + "\" exists already");
  }
  put_type(object_id(ObjectKind::range_type, name), std::move(range), replay);
}

}  // namespace pgplumb::parse
