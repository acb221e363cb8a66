// CREATE AGGREGATE, OPERATOR, TYPE name [(…)], COLLATION, TEXT SEARCH …
#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

bool is_free(const ObjectId& id, Replay& replay) {
  if (!replay.catalog().contains(id)) return true;
  replay.error(DiagnosticCode::duplicate_object, described(id) + " exists already");
  return false;
}

void lower(const ::DefineStmt& statement, Replay& replay) {
  switch (statement.kind) {
    case OBJECT_AGGREGATE: return define_aggregate(statement, replay);
    case OBJECT_OPERATOR: return define_operator(statement, replay);
    case OBJECT_TYPE: return define_type(statement, replay);
    case OBJECT_COLLATION: return define_collation(statement, replay);
    case OBJECT_TSPARSER: return define_text_search_parser(statement, replay);
    case OBJECT_TSTEMPLATE: return define_text_search_template(statement, replay);
    case OBJECT_TSDICTIONARY: return define_text_search_dictionary(statement, replay);
    case OBJECT_TSCONFIGURATION: return define_text_search_configuration(statement, replay);
    default: return replay.unmanaged("");
  }
}

}  // namespace pgplumb::parse
