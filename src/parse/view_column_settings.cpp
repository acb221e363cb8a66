#include "parse/view_column_settings.hpp"

#include <algorithm>

#include "parse/column_definition.hpp"
#include "parse/options.hpp"
#include "parse/statistics.hpp"
#include "schema/type_storage.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The type of one output; empty where the text does not tell it. Nothing: there is no such column,
// and that has been said.
template <typename View>
std::optional<TypeRef> column_type(const View& view, const Identifier& column,
                                   const Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto outputs = sql::output_columns(view.query, replay.names());
  if (view.columns.empty()) return TypeRef();
  const auto found = std::find(view.columns.begin(), view.columns.end(), column);
  if (found == view.columns.end()) {
    replay.unresolved("column", alteration.relation().name + "." + column.text());
    return std::nullopt;
  }
  const auto at = static_cast<std::size_t>(found - view.columns.begin());
  return at < outputs.size() ? outputs[at].type : TypeRef();
}

void leave_open(const Alteration& alteration) {
  alteration.replay().opaque("the type of the view's column", Replay::Reach{alteration.relation()});
}

void set_default(const ::AlterTableCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const Identifier column(sql::text_of(command.name));
  const auto& before = *replay.catalog().get<View>(alteration.relation());
  ViewDefault value{column, {}, {}};
  const auto type = column_type(before, column, alteration);
  if (!type) return;
  if (command.def != nullptr) {
    if (type->empty()) return leave_open(alteration);
    value.type = *type;
    value.expression = default_expression(command.def, *type, replay);
  }
  auto& defaults = replay.model().get<View>(alteration.relation())->defaults;
  std::erase_if(defaults, [&](const ViewDefault& known) { return known.column == column; });
  if (!value.expression.empty()) defaults.push_back(std::move(value));
  replay.touch(alteration.relation());
}

// Of a type whose storage is not known it is open whether SET STORAGE says anything.
bool set_storage(const ::AlterTableCmd& command, const TypeRef& type, const Alteration& alteration,
                 MaterializedViewColumn& column) {
  column.storage = storage_of(sql::string_of(command.def).c_str());
  if (column.storage == Storage::type_default) return true;
  const auto usual =
      type.empty() ? std::nullopt : storage_of_type(type, alteration.replay().catalog());
  if (usual == column.storage) column.storage = Storage::type_default;
  return usual.has_value();
}

bool change(const ::AlterTableCmd& command, const TypeRef& type, const Alteration& alteration,
            MaterializedViewColumn& column) {
  const auto* list = reinterpret_cast<const ::List*>(command.def);
  switch (command.subtype) {
    case AT_SetStatistics: column.statistics_target = statistics_target(command.def); return true;
    case AT_SetStorage: return set_storage(command, type, alteration, column);
    case AT_SetCompression:
      column.compression = compression_of(sql::string_of(command.def).c_str());
      return true;
    case AT_SetOptions: return set_options(column.options, list), true;
    default: return reset_options(column.options, list), true;
  }
}

void change_materialized(const ::AlterTableCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const Identifier name(sql::text_of(command.name));
  const auto& before = *replay.catalog().get<MaterializedView>(alteration.relation());
  const auto type = column_type(before, name, alteration);
  if (!type) return;
  auto& settings = replay.model().get<MaterializedView>(alteration.relation())->settings;
  auto found =
      std::find_if(settings.begin(), settings.end(),
                   [&](const MaterializedViewColumn& known) { return known.name == name; });
  MaterializedViewColumn column;
  if (found != settings.end()) {
    column = std::move(*found);
    settings.erase(found);
  }
  column.name = name;
  const bool known = change(command, *type, alteration, column);
  if (!column.says_nothing()) settings.push_back(std::move(column));
  replay.touch(alteration.relation());
  if (!known) leave_open(alteration);
}

bool is_setting(::AlterTableType subtype) {
  return subtype == AT_SetStatistics || subtype == AT_SetStorage || subtype == AT_SetCompression ||
         subtype == AT_SetOptions || subtype == AT_ResetOptions;
}

}  // namespace

bool alter_view_column(const ::AlterTableCmd& command, Alteration& alteration) {
  const bool is_view = alteration.relation().kind == ObjectKind::view;
  if (is_view && command.subtype == AT_ColumnDefault) return set_default(command, alteration), true;
  if (is_view || !is_setting(command.subtype)) return false;
  return change_materialized(command, alteration), true;
}

}  // namespace pgplumb::parse
