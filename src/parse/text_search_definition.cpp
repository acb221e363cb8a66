// CREATE TEXT SEARCH PARSER, TEMPLATE, DICTIONARY, CONFIGURATION.
#include <algorithm>

#include "parse/definition.hpp"
#include "parse/definitions.hpp"
#include "parse/options.hpp"
#include "parse/text_search.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

ObjectId id_of(ObjectKind kind, const ::DefineStmt& statement, const Replay& replay) {
  return object_id(kind, replay.creation_name(statement.defnames));
}

}  // namespace

void define_text_search_parser(const ::DefineStmt& statement, Replay& replay) {
  const ObjectId id = id_of(ObjectKind::text_search_parser, statement, replay);
  if (!is_free(id, replay)) return;
  const Definition definition(statement.definition, replay);
  replay.put(id, TextSearchParser{definition.function({"start"}), definition.function({"gettoken"}),
                                  definition.function({"end"}), definition.function({"headline"}),
                                  definition.function({"lextypes"})});
}

void define_text_search_template(const ::DefineStmt& statement, Replay& replay) {
  const ObjectId id = id_of(ObjectKind::text_search_template, statement, replay);
  if (!is_free(id, replay)) return;
  const Definition definition(statement.definition, replay);
  replay.put(id,
             TextSearchTemplate{definition.function({"init"}), definition.function({"lexize"})});
}

void define_text_search_dictionary(const ::DefineStmt& statement, Replay& replay) {
  const ObjectId id = id_of(ObjectKind::text_search_dictionary, statement, replay);
  if (!is_free(id, replay)) return;
  const Definition definition(statement.definition, replay);
  TextSearchDictionary dictionary;
  dictionary.template_ =
      text_search_name(ObjectKind::text_search_template, definition.names({"template"}), replay);
  set_dictionary_options(dictionary, statement.definition);
  replay.put(id, std::move(dictionary));
}

void define_text_search_configuration(const ::DefineStmt& statement, Replay& replay) {
  const ObjectId id = id_of(ObjectKind::text_search_configuration, statement, replay);
  if (!is_free(id, replay)) return;
  const Definition definition(statement.definition, replay);
  if (!definition.has({"copy"})) {
    TextSearchConfiguration configuration;
    configuration.parser =
        text_search_name(ObjectKind::text_search_parser, definition.names({"parser"}), replay);
    return replay.put(id, std::move(configuration));
  }
  const QualifiedName copied =
      text_search_name(ObjectKind::text_search_configuration, definition.names({"copy"}), replay);
  if (auto configuration = text_search_configuration(copied, replay)) {
    return replay.put(id, std::move(*configuration));
  }
  replay.unresolved("text search configuration", shown(copied));
}

}  // namespace pgplumb::parse
