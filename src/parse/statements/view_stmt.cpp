// CREATE [OR REPLACE] [RECURSIVE] VIEW.
#include <algorithm>

#include "parse/options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/temporary_query.hpp"
#include "parse/view_definition.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::vector<std::string> view_options(const ::ViewStmt& statement) {
  std::vector<std::string> options = options_of(statement.options);
  if (statement.withCheckOption == LOCAL_CHECK_OPTION) options.emplace_back("check_option=local");
  if (statement.withCheckOption == CASCADED_CHECK_OPTION) {
    options.emplace_back("check_option=cascaded");
  }
  std::sort(options.begin(), options.end());
  return options;
}

// CREATE OR REPLACE may only add columns at the end.
bool may_replace(const QualifiedName& name, const View& current, const View& desired,
                 Replay& replay) {
  if (current.columns.empty() || desired.columns.empty()) return true;
  const std::size_t common = std::min(current.columns.size(), desired.columns.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (current.columns[i] == desired.columns[i]) continue;
    replay.error(DiagnosticCode::duplicate_object,
                 "cannot change the name of column \"" + current.columns[i].text() +
                     "\" of view \"" + shown(name) + "\" to \"" + desired.columns[i].text() +
                     "\"; rename it or drop the view first");
    return false;
  }
  if (current.columns.size() <= desired.columns.size()) return true;
  replay.error(DiagnosticCode::duplicate_object,
               "cannot drop columns from view \"" + shown(name) + "\"; drop the view first");
  return false;
}

void replace(const ObjectId& id, View desired, Replay& replay) {
  auto& current = *replay.model().get<View>(id);
  if (!may_replace(id.qualified_name(), current, desired, replay)) return;
  desired.defaults = std::move(current.defaults);
  current = std::move(desired);
  replay.touch(id);
}

}  // namespace

void lower(const ::ViewStmt& statement, Replay& replay) {
  if (statement.view->relpersistence == 't' || reads_temporary(statement.query, replay)) {
    return replay.note_temporary(statement.view->relname);
  }
  const QualifiedName name = replay.creation_name(*statement.view);
  View view;
  view.query = named_query(statement.query, statement.aliases, name, replay);
  view.columns = view_columns(view.query, statement.aliases, replay);
  view.options = view_options(statement);
  const ObjectId id = object_id(ObjectKind::view, name);
  const auto existing = replay.model().find_class(name);
  if (!existing) return replay.put(id, std::move(view));
  if (*existing == id && statement.replace) return replace(id, std::move(view), replay);
  replay.error(DiagnosticCode::duplicate_object, described(*existing) + " exists already",
               statement.view->location);
}

}  // namespace pgplumb::parse
