// CREATE CAST.
#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

TypeRef bare(const ::TypeName& name, const Replay& replay) {
  TypeRef type = replay.type(name);
  type.modifiers.clear();
  return type;
}

void read_function(const ::ObjectWithArgs& function, Cast& cast, const Replay& replay) {
  const auto names = sql::strings_of(function.objname);
  std::vector<TypeRef> arguments = {cast.source};
  if (!function.args_unspecified) {
    arguments.clear();
    for (const auto* type : sql::items<::TypeName>(function.objargs)) {
      arguments.push_back(bare(*type, replay));
    }
  }
  const auto found = sql::find_function(names, arguments, replay.catalog(), replay.search_path());
  cast.function = found.name;
  cast.function_arguments =
      function.args_unspecified && !found.parameters.empty() ? found.parameters : arguments;
}

}  // namespace

void lower(const ::CreateCastStmt& statement, Replay& replay) {
  Cast cast;
  cast.source = bare(*statement.sourcetype, replay);
  cast.target = bare(*statement.targettype, replay);
  if (statement.func != nullptr) {
    read_function(*statement.func, cast, replay);
  } else {
    cast.method = statement.inout ? CastMethod::inout : CastMethod::binary;
  }
  if (statement.context == COERCION_IMPLICIT) cast.use = CastUse::implicit;
  if (statement.context == COERCION_ASSIGNMENT) cast.use = CastUse::assignment;
  const ObjectId id = cast_id(cast.source, cast.target);
  if (is_free(id, replay)) replay.put(id, std::move(cast));
}

}  // namespace pgplumb::parse
