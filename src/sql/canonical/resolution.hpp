// Which operator or routine a name with arguments means (parse_func.c, parse_oper.c).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/canonical/coercion.hpp"
#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {

// Namespaces to search, first to last, pg_catalog included.
using Path = std::vector<std::string>;

struct ChosenOperator {
  const Operator* op = nullptr;
  const TypeInfo* left = nullptr;  // what the operands become; null for none
  const TypeInfo* right = nullptr;
  const TypeInfo* result = nullptr;
  bool certain = true;  // false: something the model does not hold might be meant
};

// `left` null: prefix operator. Untyped constants have the type known().unknown. Nothing when no
// operator fits, or none that is known.
[[nodiscard]] std::optional<ChosenOperator> resolve_operator(Symbols& symbols, const Path& path,
                                                             std::string_view name,
                                                             const TypeInfo* left,
                                                             const TypeInfo* right);
// The operator of `left op ANY (right)`, right being an array type or untyped: `right` of the
// answer is the array type.
[[nodiscard]] std::optional<ChosenOperator> resolve_array_operator(Symbols& symbols,
                                                                   const Path& path,
                                                                   std::string_view name,
                                                                   const TypeInfo* left,
                                                                   const TypeInfo* right);

struct CallShape {
  Types arguments;
  std::vector<std::string> names;  // of the last arguments; empty: none is named
  bool variadic_array = false;     // VARIADIC before the last argument
  bool within_group = false;       // the arguments of ORDER BY stand after the direct ones
};

struct ChosenRoutine {
  const Signature* routine = nullptr;
  Types declared;  // what each argument becomes, in the order of the call
  const TypeInfo* result = nullptr;
  // The arguments from this one on are one array (VARIADIC ARRAY[…]); npos: none.
  std::size_t expanded_from = static_cast<std::size_t>(-1);
  bool is_cast = false;  // typename(x): then `result` is the type
  bool certain = true;
};

[[nodiscard]] std::optional<ChosenRoutine> resolve_routine(Symbols& symbols, const Path& path,
                                                           std::string_view name,
                                                           const CallShape& call);
// Overloads of that name in the path, for when none can be chosen.
[[nodiscard]] std::vector<const Signature*> all_routines(Symbols& symbols, const Path& path,
                                                         std::string_view name);

// Keeps the best of the candidates (indexes into `candidates`) by the rules for exact matches,
// preferred types and untyped constants (func_select_candidate); nothing when it is a tie.
[[nodiscard]] std::optional<std::size_t> select_candidate(const Types& actual,
                                                          const std::vector<Types>& candidates,
                                                          TypeSpace& space);

}  // namespace pgplumb::sql::canon
