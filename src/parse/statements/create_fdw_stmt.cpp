// CREATE FOREIGN DATA WRAPPER.
#include "parse/extension_members.hpp"
#include "parse/foreign_options.hpp"
#include "parse/foreign_wrapper.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Mostly an extension's C function; PostgreSQL brings one validator along.
QualifiedName function_name(const ::List* names, Replay& replay) {
  const auto found = replay.find_routines(names);
  if (!found.empty()) return found.front().qualified_name();
  const auto parts = sql::strings_of(names);
  constexpr auto kRoutine = ExtensionMember::Kind::routine;
  if (auto member =
          find_extension_member(parts, kRoutine, replay.catalog(), replay.search_path())) {
    return *member;
  }
  if (parts.back() == "postgresql_fdw_validator") return qualified("pg_catalog", parts.back());
  if (!may_be_outside(parts, kRoutine, replay.catalog(), replay.search_path())) {
    replay.unresolved("function", parts.back());
  }
  return qualified(parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back());
}

}  // namespace

void set_wrapper_functions(ForeignDataWrapper& wrapper, const ::List* options, Replay& replay) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    const auto* names = PGPLUMB_NODE_AS(option->arg, List);
    QualifiedName function;
    if (names != nullptr) function = function_name(names, replay);
    const bool handler = sql::text_of(option->defname) == "handler";
    (handler ? wrapper.handler : wrapper.validator) = std::move(function);
  }
}

void lower(const ::CreateFdwStmt& statement, Replay& replay) {
  const std::string name = sql::text_of(statement.fdwname);
  const ObjectId id = object_id(ObjectKind::foreign_data_wrapper, Identifier(name));
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "foreign-data wrapper \"" + printable(name) + "\" exists already");
  }
  ForeignDataWrapper wrapper;
  set_wrapper_functions(wrapper, statement.func_options, replay);
  wrapper.options = foreign_options_of(statement.options);
  replay.put(id, std::move(wrapper));
}

}  // namespace pgplumb::parse
