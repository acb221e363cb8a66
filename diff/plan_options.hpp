// What a user can choose about a plan.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "diff/compare.hpp"
#include "schema/expression.hpp"
#include "schema/identifier.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb::diff {

// Name, type and collation of a view's column; an empty type where it can't be told.
struct ViewColumn {
  Identifier name;
  TypeRef type;
  // Empty: the type's own. Nothing: it can't be told.
  std::optional<QualifiedName> collation = QualifiedName();
};

// Output columns of a view's query in a state (sql's output_columns); empty: not known.
using ViewColumns = std::function<std::vector<ViewColumn>(const Expression& query, const Catalog&)>;

// Whether a value of one type can be cast to the other (sql's has_cast).
using HasCast = std::function<bool(const TypeRef& source, const TypeRef& target, const Catalog&)>;

// A relation's columns come to stand in another order, `now`, than in the state: the query's names
// for them by their places follow (sql's reorder_column_aliases). False where it has `*`, which
// counts them as well.
using ReorderAliases =
    std::function<bool(Expression& query, const ExpressionContext&, const ObjectId& relation,
                       const std::vector<Identifier>& now, const Catalog&)>;

// What to do about a field of which nobody knows whether it differs.
enum class UnknownFields : std::uint8_t {
  change,  // as if it differed: the result is right, the statement may have been superfluous
  leave,   // as if it were equal
};

struct PlanOptions {
  CompareOptions compare;
  UnknownFields unknown_fields = UnknownFields::change;
  // Decides whether CREATE OR REPLACE VIEW can make a change. Unset: from the columns' names alone.
  ViewColumns view_columns;
  // Unset: what counts columns by their places is made of the order that the desired state has.
  ReorderAliases reorder_aliases;
  // Decides how a column's values become those of another type. Unset: by a cast.
  HasCast has_cast;
  int server_version = 150000;  // of the server that runs the plan: decides between forms
  // For a way back: a column without a default that must not be null, in a table that exists, gets
  // a stand-in value in the rows that are there, because what it held is gone.
  bool fill_lost_columns = false;
  // Whether the text runs in a transaction of its own, so that settings can end with it; else they
  // are made for the session.
  bool in_transaction = true;
  bool fold = true;  // parts into their table's CREATE TABLE; without: the same in more statements
};

}  // namespace pgplumb::diff
