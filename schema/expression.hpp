// SQL inside an object: a default, a check, an index expression, a view's query.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "schema/object_id.hpp"
#include "schema/type_ref.hpp"
#include "schema/verdict.hpp"

namespace pgplumb {

// Namespaces in force, first to last, without pg_catalog and temporary ones.
using SearchPath = std::vector<std::string>;

// `text` is the fact; the rest is what the canonicaliser (src/sql) found out about it.
struct Expression {
  std::string text;       // SQL fit for printing; empty = there is none
  std::string canonical;  // key of comparison; empty = not canonicalised yet
  // Every name, type, operator and implicit cast in `canonical` was resolved: two closed
  // expressions that differ are different for the server too.
  bool closed = false;
  // `text` was printed by a server: two such that differ after canonicalisation are different.
  bool from_server = false;
  // Search path that `text` was written under; null for text that is fully qualified.
  std::shared_ptr<const SearchPath> search_path;
  // What it uses (relations, attributes, routines, types, sequences), sorted, without duplicates.
  std::vector<ObjectId> references;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

[[nodiscard]] Verdict compare_value(const Expression& current, const Expression& desired);

// What an expression is, so that it can be resolved, and asked of a server.
PGPLUMB_ENUM(ExpressionRole, default_value, generated, check, index_element, index_predicate,
             partition_key, partition_bound, view_query, policy, trigger_when, domain_default,
             domain_check, argument_default, routine_body, exclusion_element, statistics_element,
             rule_condition, rule_action)

struct ExpressionContext {
  ExpressionRole role{};
  QualifiedName relation;  // whose columns are in scope; empty for none
  TypeRef result;          // what the value is assigned to (default, generated) or VALUE's type
  // Rules: which rows of the relation the event has.
  bool sees_old = true;
  bool sees_new = true;
};

}  // namespace pgplumb
