// Pieces of SQL that stand in objects (a check, a view's query), as trees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/expression.hpp"
#include "sql/memory_scope.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql {

enum class FragmentKind {
  expression,       // node(): an a_expr
  query,            // node(): a SelectStmt (VALUES and WITH … SELECT, too)
  partition_bound,  // "FOR VALUES …" or "DEFAULT"; node(): a PartitionBoundSpec
  rule_action,      // node(): a SELECT, INSERT, UPDATE, DELETE or NOTIFY statement
  routine_body,  // "BEGIN ATOMIC … END" or "RETURN …"; node(): a ReturnStmt or a List of Lists
};

// As what an expression of that role is parsed.
[[nodiscard]] FragmentKind fragment_kind(ExpressionRole role);

// Owns the memory of its tree: node() dies with the Fragment. Fragments are destroyed in the
// reverse order of their making, as local variables are.
class Fragment {
 public:
  Fragment(std::string_view text, FragmentKind kind);

  // Null when the text does not parse as `kind` (or nests too deeply).
  [[nodiscard]] const Node* node() const { return node_; }
  // Byte of the text where a node with that location begins.
  [[nodiscard]] std::size_t offset_of(int location) const {
    return static_cast<std::size_t>(location) - shift_;
  }

 private:
  MemoryScope memory_;
  const Node* node_ = nullptr;
  std::size_t shift_ = 0;
};

// A type's name ("character varying(40)[]"); node() is null when it is none.
class TypeFragment {
 public:
  explicit TypeFragment(const std::string& text);
  [[nodiscard]] const TypeName* node() const { return node_; }

 private:
  MemoryScope memory_;
  const TypeName* node_ = nullptr;
};

}  // namespace pgplumb::sql
