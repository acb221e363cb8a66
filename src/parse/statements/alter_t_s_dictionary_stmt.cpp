// ALTER TEXT SEARCH DICTIONARY … (option = value, …).
#include "parse/statements.hpp"
#include "parse/text_search.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterTSDictionaryStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::text_search_dictionary,
                                text_search_name(ObjectKind::text_search_dictionary,
                                                 sql::strings_of(statement.dictname), replay));
  auto* dictionary = replay.model().get<TextSearchDictionary>(id);
  if (dictionary == nullptr) {
    return replay.unresolved("text search dictionary", written(statement.dictname));
  }
  set_dictionary_options(*dictionary, statement.options);
  replay.touch(id);
}

}  // namespace pgplumb::parse
