// What analysis knows about an expression: its text in canonical layout and its type.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sql/canonical/scope.hpp"
#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

struct Value {
  enum class Form : std::uint8_t {
    other,
    literal,    // 'raw', not typed yet: text is the quoted literal
    null,       // NULL, not typed yet
    constant,   // 'raw' of `type`
    column,     // raw: its name
    whole_row,  // of an item of FROM; raw: what that is printed as
    array,      // ARRAY[items]
    row,        // ROW(items)
    collate,    // items[0] COLLATE raw
  };

  std::string text;
  const TypeInfo* type = nullptr;  // null: not known
  std::string modifiers;
  Form form = Form::other;
  std::string raw;
  std::vector<Value> items;
  // Of a record whose columns are known; null else.
  std::shared_ptr<const std::vector<Column>> fields;
  // Of a column, as in Column.
  std::optional<std::string> collation = std::string();
  std::uint64_t levels = 0;  // bit n % 64: holds columns of the query at depth n

  // A constant that takes its type from where it stands; a COLLATE around it changes nothing.
  [[nodiscard]] bool untyped() const {
    if (form == Form::collate) return items[0].untyped();
    return form == Form::literal || form == Form::null;
  }
};

using Values = std::vector<Value>;

}  // namespace pgplumb::sql::canon
