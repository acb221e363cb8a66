#include "parse/publication_definition.hpp"

#include "base/letters.hpp"
#include "parse/options.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// "insert, update": the words, in whatever spacing and case.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ',') {
      words.emplace_back();
    } else if (c != ' ' && c != '"') {
      words.back() += lowered(c);
    }
  }
  return words;
}

void set_events(const std::string& text, Publication& publication) {
  publication.publishes_insert = publication.publishes_update = false;
  publication.publishes_delete = publication.publishes_truncate = false;
  for (const std::string& word : words_of(text)) {
    if (word == "insert") publication.publishes_insert = true;
    if (word == "update") publication.publishes_update = true;
    if (word == "delete") publication.publishes_delete = true;
    if (word == "truncate") publication.publishes_truncate = true;
  }
}

class PartsReader {
 public:
  PartsReader(const Identifier& publication, Replay& replay)
      : publication_(publication), replay_(replay) {}

  std::vector<PublishedPart> read(const ::List* objects) {
    for (const ::PublicationObjSpec* object : sql::items<::PublicationObjSpec>(objects)) {
      switch (object->pubobjtype) {
        case PUBLICATIONOBJ_TABLE: table(*object->pubtable); break;
        case PUBLICATIONOBJ_TABLES_IN_SCHEMA: schema(sql::text_of(object->name)); break;
        case PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA: schema(current_schema()); break;
        default: break;
      }
    }
    return std::move(parts_);
  }

 private:
  [[nodiscard]] std::string current_schema() const {
    for (const std::string& space : replay_.search_path()) {
      if (replay_.catalog().contains(object_id(ObjectKind::namespace_, Identifier(space)))) {
        return space;
      }
    }
    return {};
  }

  void schema(const std::string& name) {
    const ObjectId space = object_id(ObjectKind::namespace_, Identifier(name));
    if (!replay_.catalog().contains(space)) return replay_.unresolved("schema", name);
    parts_.push_back(
        {part_of(space, ObjectKind::published_schema, publication_), PublishedSchema{}});
  }

  void table(const ::PublicationTable& table) {
    const auto id = replay_.find_class(*table.relation);
    if (!id || id->kind != ObjectKind::relation) {
      return replay_.unresolved("table", written(*table.relation), table.relation->location);
    }
    PublishedTable part;
    part.columns = sql::identifiers_of(table.columns);
    if (table.whereClause != nullptr) part.row_filter = replay_.expression(table.whereClause);
    add(*id, part, table.relation->inh);
  }

  // Partitions are published by their table; those who inherit are tables of their own.
  void add(const ObjectId& relation, const PublishedTable& part, bool with_children) {
    parts_.push_back({part_of(relation, ObjectKind::published_table, publication_), part});
    const auto* model = replay_.catalog().get<Relation>(relation);
    if (!with_children || model->relation_kind == RelationKind::partitioned) return;
    for (const ObjectId& child : children_of(replay_.catalog(), relation)) add(child, part, true);
  }

  const Identifier& publication_;
  Replay& replay_;
  std::vector<PublishedPart> parts_;
};

}  // namespace

void apply_publication_options(const ::List* options, Publication& publication) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    const std::string name = sql::text_of(option->defname);
    const std::string value = option_value(*option);
    if (name == "publish") set_events(value, publication);
    if (name == "publish_via_partition_root") publication.via_partition_root = is_true(value);
    if (name == "publish_generated_columns") {
      publication.generated_columns =
          value == "none" ? PublishedGenerated::none : PublishedGenerated::stored;
    }
  }
}

std::vector<PublishedPart> published_parts(const Identifier& publication, const ::List* objects,
                                           Replay& replay) {
  return PartsReader(publication, replay).read(objects);
}

std::vector<ObjectId> parts_of_publication(const Catalog& catalog, const Identifier& publication) {
  std::vector<ObjectId> parts;
  for (const ObjectId& id :
       catalog.everything_within(object_id(ObjectKind::publication, publication))) {
    const bool published =
        id.kind == ObjectKind::published_table || id.kind == ObjectKind::published_schema;
    if (published) parts.push_back(id);
  }
  return parts;
}

}  // namespace pgplumb::parse
