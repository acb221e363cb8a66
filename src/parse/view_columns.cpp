#include "parse/view_columns.hpp"

#include <algorithm>

#include "parse/view_definition.hpp"
#include "sql/fragment.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

::List* list_of(const std::vector<Identifier>& names) {
  ::List* list = nullptr;
  for (const Identifier& name : names)
    list = lappend(list, makeString(pstrdup(name.text().c_str())));
  return list;
}

// The query with `columns` as output names; open when the text does not allow to name them.
template <typename Holder>
bool rename_output(const ObjectId& id, const Identifier& before, const Identifier& after,
                   Holder& view, Replay& replay) {
  const auto found = std::find(view.columns.begin(), view.columns.end(), before);
  if (found == view.columns.end()) return false;
  *found = after;
  const std::string text = view.query.closed ? view.query.canonical : view.query.text;
  const auto path = view.query.closed ? nullptr : view.query.search_path;
  const sql::Fragment fragment(text, sql::FragmentKind::query);
  if (fragment.node() == nullptr) return false;
  view.query = named_query(fragment.node(), list_of(view.columns), id.qualified_name(), replay);
  view.query.search_path = path;
  return true;
}

bool rename_output(const ObjectId& id, const Identifier& before, const Identifier& after,
                   Replay& replay) {
  if (auto* view = replay.model().get<View>(id)) {
    return rename_output(id, before, after, *view, replay);
  }
  auto* view = replay.model().get<MaterializedView>(id);
  return view != nullptr && rename_output(id, before, after, *view, replay);
}

}  // namespace

void rename_view_column(const ObjectId& view, const Identifier& before, const Identifier& after,
                        Replay& replay) {
  // What refers to the column has its name changed while the view still has one of that name, and
  // is put into its canonical form when the view has the new one.
  bool known = false;
  replay.rename_attribute(view, before, after,
                          [&] { known = rename_output(view, before, after, replay); });
  if (!known) {
    return replay.opaque("the columns of \"" + shown(view) + "\" are not known");
  }
  replay.touch(view);
}

}  // namespace pgplumb::parse
