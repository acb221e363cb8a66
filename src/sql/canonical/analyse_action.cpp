#include "sql/canonical/analyse_action.hpp"

#include <optional>

#include "sql/canonical/names.hpp"
#include "sql/output_name.hpp"

namespace pgplumb::sql::canon {
namespace {

template <typename Statement>
const List* returning_of(const Statement& statement) {
#if PG_VERSION_NUM >= 180000
  return statement.returningClause ? statement.returningClause->exprs : nullptr;
#else
  return statement.returningList;
#endif
}

class ActionAnalysis {
 public:
  ActionAnalysis(Analyser& analyser, const Catalog& catalog, const SearchPath* path)
      : a_(analyser), catalog_(catalog), path_(path) {}

  std::string run(const Node* statement, const ExpressionContext& context) {
    enter_rows(context);
    switch (nodeTag(statement)) {
      case T_SelectStmt: return query(*reinterpret_cast<const SelectStmt*>(statement));
      case T_InsertStmt: return insert(*reinterpret_cast<const InsertStmt*>(statement));
      case T_UpdateStmt: return update(*reinterpret_cast<const UpdateStmt*>(statement));
      case T_DeleteStmt: return remove(*reinterpret_cast<const DeleteStmt*>(statement));
      default: return {};
    }
  }

 private:
  // Their columns are never meant by a bare name.
  void enter_rows(const ExpressionContext& context) {
    rows_.depth = 1;
    for (const char* name : {"old", "new"}) {
      RangeEntry entry = a_.relation_entry(context.relation);
      entry.name = entry.printed = name;
      entry.relation = {};
      entry.columns_visible = false;
      rows_.taken.insert(name);
      rows_.entries.push_back(std::move(entry));
    }
    a_.set_scope(&rows_);
  }

  // INTO makes a table, and is refused in rules.
  std::string query(const SelectStmt& select) {
    if (select.intoClause != nullptr) return {};
    return a_.print(a_.query(&select, true), OutputNames::shown);
  }

  [[nodiscard]] std::optional<QualifiedName> resolve(const RangeVar& name) const {
    if (name.schemaname != nullptr) {
      const QualifiedName written = qualified(name.schemaname, name.relname);
      return catalog_.find_class(written) ? std::optional(written) : std::nullopt;
    }
    if (path_ == nullptr) return std::nullopt;
    for (const std::string& space : *path_) {
      const QualifiedName found = qualified(space, name.relname);
      if (catalog_.find_class(found)) return found;
    }
    return std::nullopt;
  }

  // The table that the statement changes; "" when it is not known.
  std::string enter_target(const RangeVar& relation) {
    const auto name = resolve(relation);
    if (!name || !relation.inh) return {};
    target_.outer = &rows_;
    target_.enclosing = &rows_;
    target_.depth = rows_.depth + 1;
    RangeEntry entry = a_.relation_entry(*name);
    if (!entry.columns_known) return {};
    std::string text = quoted_name(name->space.text(), name->name.text());
    if (relation.alias != nullptr) {
      entry.name = entry.printed = text_of(relation.alias->aliasname);
      entry.relation = {};
      if (entry.name != name->name.text()) text += " " + quoted_name(entry.name);
    }
    if (rows_.taken.contains(entry.name)) return {};
    target_.taken.insert(entry.name);
    target_.entries.push_back(std::move(entry));
    return text;
  }

  [[nodiscard]] const Column* target_column(const std::string& name) const {
    for (const Column& column : target_.entries.front().all_columns()) {
      if (column.name == name) return &column;
    }
    return nullptr;
  }

  // "" for what is no plain expression.
  std::string assigned(const Node* node, const Column* column) {
    if (column == nullptr || column->type == nullptr || nodeTag(node) == T_SetToDefault ||
        nodeTag(node) == T_MultiAssignRef) {
      return {};
    }
    Value value = a_.expression(node);
    // No type but this one takes its modifiers into a constant.
    const bool interval = column->type == known().interval && !column->modifiers.empty();
    if (interval && value.untyped()) {
      return a_.coerce(std::move(value), column->type, column->modifiers, CastContext::assignment)
          .text;
    }
    return a_.assigned(std::move(value), column->type).text;
  }

  std::string insert_defaults(const InsertStmt& insert) {
    const std::string target = enter_target(*insert.relation);
    if (target.empty()) return {};
    const auto returned = returning(returning_of(insert));
    return returned ? "INSERT INTO " + target + " DEFAULT VALUES" + *returned : std::string();
  }

  std::string insert(const InsertStmt& insert) {
    const auto* select = PGPLUMB_NODE_AS(insert.selectStmt, SelectStmt);
    const bool bare = insert.onConflictClause == nullptr && insert.withClause == nullptr &&
                      insert.override == OVERRIDING_NOT_SET;
    if (bare && insert.selectStmt == nullptr) return insert_defaults(insert);
    const bool simple = bare && select != nullptr && items<Node>(select->valuesLists).size() == 1 &&
                        select->sortClause == nullptr && select->limitCount == nullptr &&
                        select->limitOffset == nullptr && select->withClause == nullptr;
    if (!simple) return {};
    const std::string target = enter_target(*insert.relation);
    if (target.empty()) return {};
    const auto values = items<Node>(items<List>(select->valuesLists)[0]);
    const auto names = items<ResTarget>(insert.cols);
    const Columns& columns = target_.entries.front().all_columns();
    const std::size_t most = insert.cols != nullptr ? names.size() : columns.size();
    if (values.size() > most) return {};
    std::string listed;
    std::string written;
    for (std::size_t at = 0; at < values.size(); ++at) {
      if (insert.cols != nullptr && names[at]->indirection != nullptr) return {};
      const Column* column =
          insert.cols != nullptr ? target_column(text_of(names[at]->name)) : &columns[at];
      const std::string value = assigned(values[at], column);
      if (value.empty()) return {};
      listed += (at > 0 ? ", " : "") + quoted_name(column->name);
      written += (at > 0 ? ", " : "") + value;
    }
    const auto returned = returning(returning_of(insert));
    if (!returned) return {};
    return "INSERT INTO " + target + " (" + listed + ") VALUES (" + written + ")" + *returned;
  }

  std::string update(const UpdateStmt& update) {
    if (update.withClause != nullptr || update.fromClause != nullptr) return {};
    const std::string target = enter_target(*update.relation);
    if (target.empty()) return {};
    a_.set_scope(&target_);
    std::string assignments;
    for (const ResTarget* one : items<ResTarget>(update.targetList)) {
      if (one->indirection != nullptr) return {};
      const std::string value = assigned(one->val, target_column(text_of(one->name)));
      if (value.empty()) return {};
      assignments +=
          (assignments.empty() ? "" : ", ") + quoted_name(text_of(one->name)) + " = " + value;
    }
    const auto rest = tail(update.whereClause, returning_of(update));
    return rest ? "UPDATE " + target + " SET " + assignments + *rest : std::string();
  }

  std::string remove(const DeleteStmt& remove) {
    if (remove.withClause != nullptr || remove.usingClause != nullptr) return {};
    const std::string target = enter_target(*remove.relation);
    if (target.empty()) return {};
    const auto rest = tail(remove.whereClause, returning_of(remove));
    return rest ? "DELETE FROM " + target + *rest : std::string();
  }

  std::optional<std::string> tail(const Node* where, const List* returned) {
    std::string text;
    a_.set_scope(&target_);
    if (where != nullptr) {
      if (nodeTag(where) == T_CurrentOfExpr) return std::nullopt;
      text = " WHERE " + a_.condition(where).text;
    }
    const auto output = returning(returned);
    if (!output) return std::nullopt;
    return text + *output;
  }

  std::optional<std::string> returning(const List* list) {
    a_.set_scope(&target_);
    std::string text;
    for (const ResTarget* one : items<ResTarget>(list)) {
      const auto* reference = PGPLUMB_NODE_AS(one->val, ColumnRef);
      if (reference != nullptr) {
        const auto fields = items<Node>(reference->fields);
        if (nodeTag(fields[fields.size() - 1]) == T_A_Star) return std::nullopt;
      }
      const Value value = a_.expression(one->val);
      if (value.untyped()) return std::nullopt;
      text += (text.empty() ? " RETURNING " : ", ") + value.text;
      const std::string name =
          one->name != nullptr ? text_of(one->name) : output_name(one->val).name;
      const bool own_name = value.form == Value::Form::column && value.raw == name;
      if (!own_name) text += " AS " + quoted_name(name);
    }
    return text;
  }

  Analyser& a_;
  const Catalog& catalog_;
  const SearchPath* path_;
  Scope rows_;
  Scope target_;
};

}  // namespace

std::string analyse_action(Analyser& analyser, const Catalog& catalog, const SearchPath* path,
                           const ::Node* statement, const ExpressionContext& context) {
  std::string text = ActionAnalysis(analyser, catalog, path).run(statement, context);
  analyser.set_scope(nullptr);
  return text;
}

}  // namespace pgplumb::sql::canon
