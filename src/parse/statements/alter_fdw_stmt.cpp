// ALTER FOREIGN DATA WRAPPER.
#include "parse/foreign_options.hpp"
#include "parse/foreign_wrapper.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterFdwStmt& statement, Replay& replay) {
  const std::string name = sql::text_of(statement.fdwname);
  const ObjectId id = object_id(ObjectKind::foreign_data_wrapper, Identifier(name));
  auto* wrapper = replay.model().get<ForeignDataWrapper>(id);
  if (wrapper == nullptr) {
    // An extension's own is not in the model.
    if (replay.catalog().contains(object_id(ObjectKind::extension, Identifier(name)))) {
      return replay.unmanaged("");
    }
    return replay.unresolved("foreign-data wrapper", name);
  }
  set_wrapper_functions(*wrapper, statement.func_options, replay);
  change_foreign_options(wrapper->options, statement.options, name, replay);
  replay.touch(id);
}

}  // namespace pgplumb::parse
