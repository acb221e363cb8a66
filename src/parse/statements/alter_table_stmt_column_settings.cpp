// ALTER TABLE … ALTER COLUMN: default, not null, identity, storage and the like.
#include <algorithm>

#include "parse/alter_table.hpp"
#include "parse/column_definition.hpp"
#include "parse/foreign_options.hpp"
#include "parse/not_null.hpp"
#include "parse/options.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/sequence_options.hpp"
#include "parse/statistics.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// One column of a relation and, where the subcommand recurses, of those below.
template <typename Change>
void for_column(const ObjectId& relation, const Identifier& column, Reach reach, Replay& replay,
                const Change& change) {
  const ObjectId id = attribute_id(relation, column);
  auto* attribute = replay.model().get<Attribute>(id);
  if (attribute == nullptr) return;
  change(relation, *attribute);
  replay.touch(id);
  if (reach == Reach::only) return;
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    for_column(child, column, reach, replay, change);
  }
}

void set_default(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, alteration.reach(), replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               Expression value;
               if (command.def != nullptr) {
                 value = default_expression(command.def, attribute.type, replay);
               }
               put_default(relation, column, value, replay);
             });
}

void set_expression(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, alteration.reach(), replay,
             [&](const ObjectId& relation, Attribute&) {
               put_default(relation, column, replay.expression(command.def), replay);
             });
}

void drop_expression(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, alteration.reach(), replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               if (attribute.generated == Generated::none) return;
               attribute.generated = Generated::none;
               put_default(relation, column, {}, replay);
             });
}

void set_statistics(const ::AlterTableCmd& command, Attribute& attribute) {
  attribute.statistics_target = statistics_target(command.def);
}

void change_setting(const ::AlterTableCmd& command, Attribute& attribute) {
  switch (command.subtype) {
    case AT_DropNotNull: return drop_not_null(attribute);
    case AT_SetNotNull: attribute.not_null = attribute.not_null_validated = true; return;
    case AT_SetStatistics: return set_statistics(command, attribute);
    case AT_SetStorage: attribute.storage = storage_of(sql::string_of(command.def).c_str()); return;
    case AT_SetCompression:
      attribute.compression = compression_of(sql::string_of(command.def).c_str());
      return;
    case AT_SetOptions:
      return set_options(attribute.options, reinterpret_cast<const ::List*>(command.def));
    default: return reset_options(attribute.options, reinterpret_cast<const ::List*>(command.def));
  }
}

void simple_setting(const ::AlterTableCmd& command, Alteration& alteration) {
  const bool recurses = command.subtype != AT_SetCompression && command.subtype != AT_SetOptions &&
                        command.subtype != AT_ResetOptions;
  for_column(alteration.relation(), Identifier(sql::text_of(command.name)),
             recurses ? alteration.reach() : Reach::only, alteration.replay(),
             [&](const ObjectId&, Attribute& attribute) { change_setting(command, attribute); });
}

void set_foreign_options(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, Reach::only, replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               change_foreign_options(attribute.foreign_options,
                                      reinterpret_cast<const ::List*>(command.def),
                                      relation.name + "." + column.text(), replay);
             });
}

void add_identity(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto& node = *reinterpret_cast<const ::Constraint*>(command.def);
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  const Persistence persistence =
      alteration.catalog().get<Relation>(alteration.relation())->persistence;
  for_column(alteration.relation(), column, Reach::only, replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               attribute.identity =
                   node.generated_when == 'a' ? Identity::always : Identity::by_default;
               const ColumnSequence made = identity_sequence(node.options, relation, column,
                                                             attribute.type, persistence, replay);
               replay.put(made.id, made.sequence);
             });
  pass_on_identity(alteration.relation(), column, replay);
}

void set_identity_kind(const ::List* options, Attribute& attribute) {
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    const auto* when = PGPLUMB_NODE_AS(option->arg, Integer);
    if (sql::text_of(option->defname) != "generated" || when == nullptr) continue;
    attribute.identity = when->ival == 'a' ? Identity::always : Identity::by_default;
  }
}

void set_identity(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto* options = reinterpret_cast<const ::List*>(command.def);
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, Reach::only, replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               set_identity_kind(options, attribute);
               for (const ObjectId& id : owned_sequences(replay.catalog(), relation, column)) {
                 Sequence sequence = *replay.catalog().get<Sequence>(id);
                 if (!sequence.identity) continue;
                 change_sequence(sequence, options, replay);
                 replay.put(id, std::move(sequence));
               }
             });
  pass_on_identity(alteration.relation(), column, replay);
}

void drop_identity(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  Replay& replay = alteration.replay();
  for_column(alteration.relation(), column, Reach::only, replay,
             [&](const ObjectId& relation, Attribute& attribute) {
               attribute.identity = Identity::none;
               for (const ObjectId& id : owned_sequences(replay.catalog(), relation, column)) {
                 if (replay.catalog().get<Sequence>(id)->identity) replay.drop(id);
               }
             });
  pass_on_identity(alteration.relation(), column, replay);
}

using Handler = void (*)(const ::AlterTableCmd&, Alteration&);

Handler handler_of(::AlterTableType subtype) {
  switch (subtype) {
    case AT_ColumnDefault: return set_default;
    case AT_SetExpression: return set_expression;
    case AT_DropExpression: return drop_expression;
    case AT_AddIdentity: return add_identity;
    case AT_SetIdentity: return set_identity;
    case AT_DropIdentity: return drop_identity;
    case AT_AlterColumnGenericOptions: return set_foreign_options;
    case AT_DropNotNull:
    case AT_SetNotNull:
    case AT_SetStatistics:
    case AT_SetStorage:
    case AT_SetCompression:
    case AT_SetOptions:
    case AT_ResetOptions: return simple_setting;
    default: return nullptr;
  }
}

}  // namespace

bool alter_column_settings(const ::AlterTableCmd& command, Alteration& alteration) {
  const Handler handler = handler_of(command.subtype);
  if (handler == nullptr) return false;
  if (alteration.has_column(Identifier(sql::text_of(command.name)))) handler(command, alteration);
  return true;
}

}  // namespace pgplumb::parse
