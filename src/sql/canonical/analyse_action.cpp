#include "sql/canonical/analyse_action.hpp"

#include <optional>
#include <vector>

#include "sql/canonical/from_clause.hpp"
#include "sql/canonical/names.hpp"

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
    a_.set_scope(&rows_);
    if (context.relation.empty()) return;
    for (const char* name : {"old", "new"}) {
      RangeEntry entry = a_.relation_entry(context.relation);
      entry.name = entry.printed = name;
      entry.relation = {};
      entry.columns_visible = false;
      rows_.taken.insert(name);
      rows_.entries.push_back(std::move(entry));
    }
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
      // INSERT wants the word.
      if (entry.name != name->name.text()) text += " AS " + quoted_name(entry.name);
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
    if (column == nullptr || column->type == nullptr) return {};
    if (nodeTag(node) == T_SetToDefault) return "DEFAULT";
    if (is_star(node) || is_row_star(node)) return {};
    // (a, b) = (1, 2) is a = 1, b = 2.
    if (const auto* part = PGPLUMB_NODE_AS(node, MultiAssignRef)) {
      const auto* source = PGPLUMB_NODE_AS(part->source, RowExpr);
      const auto values = items<Node>(source != nullptr ? source->args : nullptr);
      const auto number = static_cast<std::size_t>(part->colno - 1);
      const bool plain = values.size() == static_cast<std::size_t>(part->ncolumns);
      return plain ? assigned(values[number], column) : std::string();
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
    const bool bare = insert.onConflictClause == nullptr && insert.override == OVERRIDING_NOT_SET;
    if (insert.withClause != nullptr) return {};
    if (bare && insert.selectStmt == nullptr) return insert_defaults(insert);
    const bool simple = select != nullptr && select->valuesLists != nullptr &&
                        select->sortClause == nullptr && select->limitCount == nullptr &&
                        select->limitOffset == nullptr && select->withClause == nullptr;
    if (!simple) return {};
    const std::string target = enter_target(*insert.relation);
    if (target.empty()) return {};
    const auto rows = items<List>(select->valuesLists);
    const auto columns = filled(insert, items<Node>(rows[0]).size());
    if (columns.empty()) return {};
    std::string listed;
    for (const Column* column : columns) {
      listed += (listed.empty() ? "" : ", ") + quoted_name(column->name);
    }
    std::string written;
    for (const List* row : rows) {
      const std::string values = row_of_values(row, columns);
      if (values.empty()) return {};
      written += (written.empty() ? "" : ", ") + values;
    }
    const auto otherwise = conflict(insert.onConflictClause);
    const auto returned = returning(returning_of(insert));
    if (!otherwise || !returned) return {};
    return "INSERT INTO " + target + " (" + listed + ")" + overriding(insert.override) +
           " VALUES " + written + *otherwise + *returned;
  }

  static std::string overriding(OverridingKind kind) {
    if (kind == OVERRIDING_SYSTEM_VALUE) return " OVERRIDING SYSTEM VALUE";
    return kind == OVERRIDING_USER_VALUE ? " OVERRIDING USER VALUE" : "";
  }

  // ON CONFLICT; nothing for a form that is not analysed.
  std::optional<std::string> conflict(const OnConflictClause* clause) {
    if (clause == nullptr) return std::string();
    a_.set_scope(&target_);
    std::string text = " ON CONFLICT";
    if (const InferClause* infer = clause->infer) {
      const auto arbiter = arbiter_of(*infer);
      if (!arbiter) return std::nullopt;
      text += *arbiter;
    }
    if (clause->action == ONCONFLICT_NOTHING) return text + " DO NOTHING";
    RangeEntry excluded = target_.entries.front();
    excluded.name = excluded.printed = "excluded";
    excluded.relation = {};
    target_.entries.push_back(std::move(excluded));
    const std::string set = assignments(clause->targetList);
    std::string where;
    if (clause->whereClause != nullptr) {
      where = " WHERE " + a_.condition(clause->whereClause).text;
    }
    target_.entries.pop_back();
    if (set.empty()) return std::nullopt;
    return text + " DO UPDATE SET " + set + where;
  }

  std::optional<std::string> arbiter_of(const InferClause& infer) {
    if (infer.conname != nullptr) return " ON CONSTRAINT " + quoted_name(infer.conname);
    std::string text;
    for (const IndexElem* element : items<IndexElem>(infer.indexElems)) {
      const bool plain =
          element->name != nullptr && element->collation == nullptr && element->opclass == nullptr;
      if (!plain) return std::nullopt;
      text += (text.empty() ? "" : ", ") + quoted_name(element->name);
    }
    text = " (" + text + ")";
    if (infer.whereClause != nullptr) text += " WHERE " + a_.condition(infer.whereClause).text;
    return text;
  }

  // The columns that so many values are for; none where that can't be told.
  [[nodiscard]] std::vector<const Column*> filled(const InsertStmt& insert,
                                                  std::size_t number) const {
    const auto names = items<ResTarget>(insert.cols);
    const Columns& all = target_.entries.front().all_columns();
    if (number > (insert.cols != nullptr ? names.size() : all.size())) return {};
    std::vector<const Column*> columns;
    for (std::size_t at = 0; at < number; ++at) {
      if (insert.cols != nullptr && names[at]->indirection != nullptr) return {};
      const Column* column =
          insert.cols != nullptr ? target_column(text_of(names[at]->name)) : &all[at];
      if (column == nullptr) return {};
      columns.push_back(column);
    }
    return columns;
  }

  // "(1, DEFAULT)"; "" where one of them is no plain expression.
  std::string row_of_values(const List* row, const std::vector<const Column*>& columns) {
    const auto values = items<Node>(row);
    if (values.size() != columns.size()) return {};
    std::string text;
    for (std::size_t at = 0; at < values.size(); ++at) {
      const std::string value = assigned(values[at], columns[at]);
      if (value.empty()) return {};
      text += (at > 0 ? ", " : "") + value;
    }
    return "(" + text + ")";
  }

  std::string update(const UpdateStmt& update) {
    if (update.withClause != nullptr) return {};
    const std::string target = enter_target(*update.relation);
    if (target.empty()) return {};
    a_.set_scope(&target_);
    const std::string others = other_tables(" FROM ", update.fromClause);
    const std::string set = assignments(update.targetList);
    if (set.empty()) return {};
    const auto rest = tail(update.whereClause, returning_of(update));
    return rest ? "UPDATE " + target + " SET " + set + others + *rest : std::string();
  }

  std::string other_tables(const char* word, const List* list) {
    if (list == nullptr) return {};
    FromClause from(a_, target_);
    from.assign_names(list);
    return word + from.run(list);
  }

  // "a = 1, b = DEFAULT"; "" where one of them is no plain expression.
  std::string assignments(const List* list) {
    std::string text;
    for (const ResTarget* one : items<ResTarget>(list)) {
      if (one->indirection != nullptr) return {};
      const std::string value = assigned(one->val, target_column(text_of(one->name)));
      if (value.empty()) return {};
      text += (text.empty() ? "" : ", ") + quoted_name(text_of(one->name)) + " = " + value;
    }
    return text;
  }

  std::string remove(const DeleteStmt& remove) {
    if (remove.withClause != nullptr) return {};
    const std::string target = enter_target(*remove.relation);
    if (target.empty()) return {};
    a_.set_scope(&target_);
    const std::string others = other_tables(" USING ", remove.usingClause);
    const auto rest = tail(remove.whereClause, returning_of(remove));
    return rest ? "DELETE FROM " + target + others + *rest : std::string();
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
          one->name != nullptr ? text_of(one->name) : a_.name_without_alias(*one);
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
