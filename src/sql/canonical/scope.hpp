// What names mean at a place of a query.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sql/canonical/type_info.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp
struct Node;  // PostgreSQL's

namespace pgplumb::sql::canon {

// A column of a range entry or of a query's output.
struct Column {
  std::string name;
  const TypeInfo* type = nullptr;  // null: not known
  std::string modifiers;
  std::optional<ObjectId> id;  // the attribute, when it is one
  std::string text;            // how it is printed, when not "alias.name"
  // As printed; empty: the type's own. Nothing: not known.
  std::optional<std::string> collation = std::string();
  // What it is printed as where an alias in the text, which has another name for it, is not
  // printed.
  std::string own_name{};

  [[nodiscard]] const std::string& printed_name() const {
    return own_name.empty() ? name : own_name;
  }
};

using Columns = std::vector<Column>;

// One item of FROM, or a relation whose columns are in scope without any FROM.
struct RangeEntry {
  std::string name;        // by which the text refers to it; empty for a join without one
  std::string printed;     // the alias it is printed with: unique within the statement
  QualifiedName relation;  // for references of the form space.relation.column
  const TypeInfo* row_type = nullptr;
  Columns columns;
  // Where set, the columns stand there instead (unchanged columns of a relation, not owned).
  const Columns* shared_columns = nullptr;
  bool columns_known = true;
  bool name_visible = true;     // name.column may be written
  bool columns_visible = true;  // column may be written
  bool bare = false;            // printed without the alias at its own depth
  bool lockable = false;        // FOR UPDATE is about it: a relation or sub-select
  bool scalar = false;          // a function that returns one plain value: name alone is the column

  [[nodiscard]] const Columns& all_columns() const {
    return shared_columns != nullptr ? *shared_columns : columns;
  }
};

struct CommonTable {
  std::string name;
  Columns columns;
  bool columns_known = true;
};

struct Scope {
  Scope* outer = nullptr;      // whose columns are visible, too
  Scope* enclosing = nullptr;  // the query this one stands in: names taken, common tables
  int depth = 0;
  std::deque<RangeEntry> entries;
  std::size_t first_visible = 0;  // entries before it can't be seen at the moment
  std::vector<CommonTable> common_tables;
  std::set<std::string> taken;                   // printed names
  const ::List* windows = nullptr;               // the WINDOW clause
  std::map<const ::Node*, std::string> printed;  // items of FROM, named before any is analysed
};

}  // namespace pgplumb::sql::canon
