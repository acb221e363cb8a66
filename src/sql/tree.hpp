// PostgreSQL's own parse tree nodes (CreateStmt, ColumnDef, A_Expr …), as libpg_query builds them.
//
// The only header through which other modules see them. Nodes live in the memory context of the
// statement that is being visited (sql/parse.hpp) and die with it: copy what is to stay.
// Locations in nodes are byte offsets from the statement's begin.
#pragma once

#include <libintl.h>  // first: PostgreSQL takes its names as macros

extern "C" {
#include "pg_query.h"
#include "postgres.h"

#include "nodes/nodeFuncs.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "nodes/value.h"
#include "utils/memutils.h"
}

// PostgreSQL's macros that would break C++ code after this line.
#undef Abs
#undef DEBUG
#undef ERROR
#undef FATAL
#undef INFO
#undef LOG
#undef Max
#undef Min
#undef NOTICE
#undef PANIC
#undef WARNING
#undef _
#undef bind
#undef dgettext
#undef dngettext
#undef fprintf
#undef gettext
#undef ngettext
#undef printf
#undef restrict
#undef snprintf
#undef sprintf
#undef strerror
#undef strerror_r
#undef vfprintf
#undef vprintf
#undef vsnprintf
#undef vsprintf

#include <string>
#include <string_view>
#include <vector>

#include "schema/identifier.hpp"

namespace pgplumb::sql {

// A range over a List of pointers: for (const ColumnDef* def : items<ColumnDef>(list)).
template <typename T>
class Items {
 public:
  explicit Items(const List* list) : list_(list) {}
  class Iterator {
   public:
    explicit Iterator(const ListCell* cell) : cell_(cell) {}
    const T* operator*() const { return static_cast<const T*>(cell_->ptr_value); }
    Iterator& operator++() {
      ++cell_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return cell_ != other.cell_; }

   private:
    const ListCell* cell_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(list_ ? list_->elements : nullptr); }
  [[nodiscard]] Iterator end() const {
    return Iterator(list_ ? list_->elements + list_->length : nullptr);
  }
  [[nodiscard]] std::size_t size() const {
    return list_ ? static_cast<std::size_t>(list_->length) : 0;
  }
  [[nodiscard]] bool empty() const { return size() == 0; }
  const T* operator[](std::size_t index) const {
    return static_cast<const T*>(list_->elements[index].ptr_value);
  }

 private:
  const List* list_;
};

template <typename T>
[[nodiscard]] Items<T> items(const List* list) {
  return Items<T>(list);
}

// The node as a T, or null when it is another kind of node (or null).
#define PGPLUMB_NODE_AS(node, Type) \
  ((node) != nullptr && nodeTag(node) == T_##Type ? reinterpret_cast<const Type*>(node) : nullptr)

// "" for a null pointer.
[[nodiscard]] inline std::string text_of(const char* text) { return text ? text : ""; }

// A String node's text.
[[nodiscard]] std::string string_of(const Node* node);
// A list of String nodes.
[[nodiscard]] std::vector<std::string> strings_of(const List* list);
[[nodiscard]] std::vector<Identifier> identifiers_of(const List* list);
// The one to three parts of the name, as written.
[[nodiscard]] std::vector<std::string> names_of(const RangeVar& relation);

}  // namespace pgplumb::sql
