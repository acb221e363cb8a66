#include "sql/rename.hpp"

#include <algorithm>
#include <optional>

#include "base/letters.hpp"
#include "sql/renaming/moved_members.hpp"
#include "sql/renaming/walker.hpp"

namespace pgplumb::sql {
namespace {

using renaming::RowTypes;
using renaming::Subject;
using renaming::Walker;

// Most expressions have nothing to do with a rename: a look at the letters saves parsing them.
bool may_refer(std::string_view text, const Subject& subject) {
  if (!subject.is_attribute()) return mentions(text, subject.before().name);
  if (mentions(text, subject.before().member)) return true;
  // The new name may hide another column; `*` and NATURAL name columns without writing them.
  return mentions(text, subject.before().name) &&
         (mentions(text, subject.after().member) || text.find('*') != std::string_view::npos ||
          mentions(text, "natural"));
}

bool sees_row_versions(ExpressionRole role) {
  return role == ExpressionRole::trigger_when || role == ExpressionRole::rule_condition ||
         role == ExpressionRole::rule_action;
}

// The relation whose columns are in scope without FROM.
void add_context(Walker& walker, const ExpressionContext& context) {
  if (context.relation.empty()) return;
  if (sees_row_versions(context.role)) {
    if (context.sees_new) walker.add_relation(context.relation, "new");
    if (context.sees_old) walker.add_relation(context.relation, "old");
  } else if (context.role != ExpressionRole::view_query &&
             context.role != ExpressionRole::partition_bound) {
    walker.add_relation(context.relation, context.relation.name.text());
  }
}

void walk(Walker& walker, const Node* node, const ExpressionContext& context,
          const Subject& subject) {
  switch (context.role) {
    case ExpressionRole::view_query: {
      const auto& select = *reinterpret_cast<const SelectStmt*>(node);
      walker.query(select);
      if (subject.is_attribute() && context.relation == subject.before().qualified_name()) {
        walker.rename_output(select, subject.before().member, subject.after().member);
      }
      return;
    }
    case ExpressionRole::partition_bound:
      return walker.partition_bound(*reinterpret_cast<const PartitionBoundSpec*>(node));
    case ExpressionRole::routine_body:
    case ExpressionRole::rule_action: return walker.routine_body(node);
    default: return walker.expression(node);
  }
}

struct Rewritten {
  std::string text;
  bool changed = false;
  bool sure = true;
};

// Whether the new name of a relation would clash with another item of a query.
bool is_taken(const std::string& text, const Fragment& fragment, const ExpressionContext& context,
              const Subject& subject, const RowTypes& rows) {
  if (!subject.is_relation() || !renaming::mentions(text, subject.after().name)) return false;
  Walker probe(text, fragment, subject, rows, false);
  walk(probe, fragment.node(), context, subject);
  return probe.has_item(subject.after().name);
}

Rewritten rewrite(const std::string& text, const ExpressionContext& context, const Subject& subject,
                  const SearchPath& path) {
  if (!may_refer(text, subject)) return {text, false, true};
  const Fragment fragment(text, fragment_kind(context.role));
  if (fragment.node() == nullptr) return {text, false, false};
  const RowTypes rows(text, context, subject.catalog(), path);
  Walker walker(text, fragment, subject, rows, is_taken(text, fragment, context, subject, rows));
  add_context(walker, context);
  walk(walker, fragment.node(), context, subject);
  return {walker.edits().applied_to(text), !walker.edits().empty(), walker.sure()};
}

// The text's bare names go on meaning what they mean.
void rename_in_path(Expression& expression, const Rename& rename) {
  if (rename.before.kind != ObjectKind::namespace_ || expression.search_path == nullptr) return;
  SearchPath path = *expression.search_path;
  if (std::find(path.begin(), path.end(), rename.before.name) == path.end()) return;
  std::replace(path.begin(), path.end(), rename.before.name, rename.after.name);
  expression.search_path = std::make_shared<const SearchPath>(std::move(path));
}

void leave_open(Expression& expression) {
  expression.canonical.clear();
  expression.closed = false;
}

}  // namespace

void apply_rename(Expression& expression, const ExpressionContext& context, const Rename& rename,
                  const Catalog& catalog) {
  if (expression.empty()) return;
  const SearchPath qualified_only;
  const SearchPath& path = expression.search_path ? *expression.search_path : qualified_only;
  const Rewritten text = rewrite(expression.text, context, Subject(rename, catalog, path), path);
  if (expression.canonical.empty() || !text.sure) {
    leave_open(expression);
  } else {
    Rewritten canonical = rewrite(expression.canonical, context,
                                  Subject(rename, catalog, qualified_only), qualified_only);
    expression.canonical = std::move(canonical.text);
    if (!canonical.sure) leave_open(expression);
  }
  expression.text = text.text;
  if (text.changed) expression.from_server = false;  // close to what it would print, not the same
  rename_in_path(expression, rename);
}

void apply_move(Expression& expression, const ExpressionContext& context, const ExtensionMove& move,
                const Catalog& catalog) {
  // Without a canonical form the text is what there is; what its bare names mean is not known.
  if (expression.canonical.empty()) return;
  renaming::MovedText moved = renaming::with_moved_members(
      expression.canonical, fragment_kind(context.role), move, catalog);
  if (!moved.sure) return leave_open(expression);
  if (moved.text == expression.canonical) return;
  expression.canonical = std::move(moved.text);
  expression.text = expression.canonical;
  expression.search_path = nullptr;
  expression.from_server = false;
}

}  // namespace pgplumb::sql
