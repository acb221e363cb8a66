// ALTER PUBLICATION … SET (…), ADD, SET, DROP.
#include <algorithm>

#include "parse/publication_definition.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void change_parts(const ::AlterPublicationStmt& statement, const Identifier& name, Replay& replay) {
  std::vector<PublishedPart> parts = published_parts(name, statement.pubobjects, replay);
  if (statement.action == AP_DropObjects) {
    for (const PublishedPart& part : parts) replay.drop(part.id);
    return;
  }
  if (statement.action == AP_SetObjects) {
    for (const ObjectId& id : parts_of_publication(replay.catalog(), name)) {
      const bool stays = std::any_of(parts.begin(), parts.end(),
                                     [&](const PublishedPart& part) { return part.id == id; });
      if (!stays) replay.drop(id);
    }
  }
  for (PublishedPart& part : parts) replay.put(part.id, std::move(part.object));
}

}  // namespace

void lower(const ::AlterPublicationStmt& statement, Replay& replay) {
  const Identifier name(statement.pubname);
  const ObjectId id = object_id(ObjectKind::publication, name);
  auto* publication = replay.model().get<Publication>(id);
  if (publication == nullptr) return replay.unresolved("publication", id.name);
  if (statement.options == nullptr) return change_parts(statement, name, replay);
  apply_publication_options(statement.options, *publication);
  replay.touch(id);
}

}  // namespace pgplumb::parse
