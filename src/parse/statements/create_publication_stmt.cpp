// CREATE PUBLICATION.
#include "parse/publication_definition.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreatePublicationStmt& statement, Replay& replay) {
  const Identifier name(statement.pubname);
  const ObjectId id = object_id(ObjectKind::publication, name);
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "publication \"" + printable(id.name) + "\" exists already");
  }
  Publication publication;
  publication.all_tables = statement.for_all_tables;
  apply_publication_options(statement.options, publication);
  replay.put(id, publication);
  for (PublishedPart& part : published_parts(name, statement.pubobjects, replay)) {
    replay.put(part.id, std::move(part.object));
  }
}

}  // namespace pgplumb::parse
