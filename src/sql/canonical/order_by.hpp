// The direction of a sort key, with what is the default left out.
#pragma once

#include <string>

#include "sql/tree.hpp"

namespace pgplumb::sql::canon {

[[nodiscard]] inline std::string sort_order(const SortBy& sort) {
  std::string text;
  bool descending = sort.sortby_dir == SORTBY_DESC;
  if (descending) text = " DESC";
  if (sort.sortby_dir == SORTBY_USING) {
    const auto names = items<Node>(sort.useOp);
    const std::string name = string_of(names[names.size() - 1]);
    // USING < and USING > are what ASC and DESC stand for.
    descending = name == ">";
    text = name == "<" ? "" : descending ? " DESC" : " USING " + name;
  }
  if (sort.sortby_nulls == SORTBY_NULLS_FIRST && !descending) text += " NULLS FIRST";
  if (sort.sortby_nulls == SORTBY_NULLS_LAST && descending) text += " NULLS LAST";
  return text;
}

}  // namespace pgplumb::sql::canon
