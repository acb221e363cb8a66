// The (name = value, …) of CREATE AGGREGATE, OPERATOR, TYPE, COLLATION and TEXT SEARCH.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/replay.hpp"

struct DefElem;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Definition {
 public:
  // Both must outlive it.
  Definition(const ::List* options, const Replay& replay) : options_(options), replay_(replay) {}

  // Of an option with several spellings any may be given; the last one written counts.
  using Names = std::initializer_list<std::string_view>;
  [[nodiscard]] const ::DefElem* find(Names names) const;
  [[nodiscard]] bool has(Names names) const { return find(names) != nullptr; }
  [[nodiscard]] std::optional<std::string> text(Names names) const;
  // Lower case; "" when it is not there.
  [[nodiscard]] std::string word(Names names) const;
  [[nodiscard]] bool flag(Names names) const;
  [[nodiscard]] int number(Names names) const;
  // The parts of a name; empty when it is not there or NONE.
  [[nodiscard]] std::vector<std::string> names(Names names) const;
  // Without modifiers; empty when it is not there or NONE.
  [[nodiscard]] TypeRef type(Names names) const;
  // The function that is called with these types.
  [[nodiscard]] QualifiedName function(Names names, const std::vector<TypeRef>& arguments) const;
  [[nodiscard]] QualifiedName function(Names names) const;

 private:
  const ::List* options_;
  const Replay& replay_;
};

}  // namespace pgplumb::parse
