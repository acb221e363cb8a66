// CREATE [DEFAULT] CONVERSION.
#include <string>
#include <utility>

#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "sql/client_encoding.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::string encoding_name(const char* written) {
  const std::string name = sql::encoding_name(written);
  return name.empty() ? written : name;
}

}  // namespace

void lower(const ::CreateConversionStmt& statement, Replay& replay) {
  const ObjectId id =
      object_id(ObjectKind::conversion, replay.creation_name(statement.conversion_name));
  if (!is_free(id, replay)) return;
  Conversion conversion;
  conversion.for_encoding = encoding_name(statement.for_encoding_name);
  conversion.to_encoding = encoding_name(statement.to_encoding_name);
  conversion.function = sql::find_function_named(sql::strings_of(statement.func_name),
                                                 replay.catalog(), replay.search_path());
  conversion.is_default = statement.def;
  replay.put(id, std::move(conversion));
}

}  // namespace pgplumb::parse
