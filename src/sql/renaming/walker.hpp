// Walks a tree with the names that each place sees, and notes what changes in its text.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sql/fragment.hpp"
#include "sql/renaming/edits.hpp"
#include "sql/renaming/row_types.hpp"
#include "sql/renaming/scope.hpp"
#include "sql/renaming/subject.hpp"
#include "sql/renaming/tokens.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql::renaming {

class Walker {
 public:
  // None of them is copied. `text` is what `fragment` was made from. `new_name_taken`: an item of
  // some FROM has the new name already.
  Walker(std::string_view text, const Fragment& fragment, const Subject& subject,
         const RowTypes& rows, bool new_name_taken);

  // A relation whose columns are visible without any FROM, as `name`.
  void add_relation(const QualifiedName& relation, const std::string& name);

  void expression(const Node* node);
  Columns query(const SelectStmt& select) { return this->select(select, scope_); }
  void routine_body(const Node* body);
  void partition_bound(const PartitionBoundSpec& bound);
  // The name of the query's own output column, for the column's rename of a view.
  void rename_output(const SelectStmt& select, const std::string& before, const std::string& after);

  [[nodiscard]] const Edits& edits() const { return edits_; }
  // Whether an item of some FROM, or a common table, is called so.
  [[nodiscard]] bool has_item(const std::string& name) const { return names_.count(name) != 0; }
  // Nothing was met whose meaning the text does not tell.
  [[nodiscard]] bool sure() const { return sure_; }

 private:
  // walker_expression.cpp
  static bool visit_child(Node* node, void* walker);
  void column(const ColumnRef& column);
  void column_of_subject(const ColumnRef& column, const std::vector<std::string>& fields);
  void bare_column(const ColumnRef& column, const std::string& name);
  void qualifier(const ColumnRef& column, const std::vector<std::string>& fields, bool star);
  void whole_row(const ColumnRef& column, const std::string& name);
  void call(const FuncCall& call);
  void cast(const TypeCast& cast);
  void type_name(const TypeName& type);
  void operator_name(const A_Expr& expression);
  void moved_operator(const A_Expr& expression, const std::vector<std::string>& names);
  void collation_name(const CollateClause& collate);
  void indirection(const A_Indirection& access);
  [[nodiscard]] std::optional<Token> field_at(const A_Indirection& access, std::size_t step) const;
  [[nodiscard]] std::optional<std::size_t> end_of_row(const Node* row) const;
  [[nodiscard]] std::optional<std::size_t> end_of_steps(const A_Indirection& access,
                                                        std::size_t steps) const;
  void name_in_literal(const A_Const& constant, const std::string& type);

  // walker_query.cpp
  Columns select(const SelectStmt& select, const Scope* outer);
  Columns simple_select(const SelectStmt& select, const Scope& with);
  void with_clause(const WithClause* with, Scope& scope);
  Columns targets(const SelectStmt& select);
  void star(const ResTarget& target, const ColumnRef& star, Columns& columns);
  void keep_output_name(const ResTarget& target, const std::string& name, const Node* giver);
  void order_by(const List* list, const Columns& outputs);
  void locked_relations(const List* clauses);
  void sub_select(const Node* node);
  void statement(const Node* node);
  void insert(const InsertStmt& insert);
  void update(const UpdateStmt& update);
  void remove(const DeleteStmt& remove);
  void assigned_columns(const List* targets, bool subject);
  void list(const List* nodes) { expression(reinterpret_cast<const Node*>(nodes)); }

  // walker_from.cpp
  void from_clause(const List* from, Scope& scope, const Scope* outside);
  void from_item(const Node* node, Scope& scope, const Scope* outside);
  void from_relation(const RangeVar& relation, Scope& scope);
  void from_join(const JoinExpr& join, Scope& scope, const Scope* outside);
  void from_subselect(const RangeSubselect& range, Scope& scope, const Scope* outside);
  void from_function(const RangeFunction& range, Scope& scope);
  void add_joined_item(const Alias& alias, std::size_t first, Scope& scope);
  void add(Item item, Scope& scope);
  void add_item(const Alias* alias, const std::string& name, Columns columns, Scope& scope);
  Item relation_item(const RangeVar& relation);
  void rename_relation(const RangeVar& relation, Item& item);
  void keep_column_names(const RangeVar& relation, Item& item);
  void freeze(const Node* from_item);
  void freeze_merged(const Node* from_item);
  [[nodiscard]] Columns columns_of(const ObjectId& id) const;

  // The name at a node's location, if that is what stands there.
  [[nodiscard]] std::vector<Token> parts_at(int location, const std::vector<std::string>& names);
  // Writes the new name over the parts of a name that means the subject.
  void write_name(const std::vector<Token>& parts);
  // For the rename of a namespace.
  void write_namespace(const std::vector<Token>& parts, std::size_t names);
  void unsure() { sure_ = false; }
  [[nodiscard]] std::size_t offset_of(int location) const { return fragment_.offset_of(location); }

  std::string_view text_;
  const Fragment& fragment_;
  const Subject& subject_;
  const RowTypes& rows_;
  Scope base_;
  const Scope* scope_ = &base_;
  Edits edits_;
  bool sure_ = true;
  bool in_exists_ = false;
  bool new_name_taken_;
  std::set<std::string> names_;   // of items and common tables
  std::set<const void*> frozen_;  // RangeVars whose columns keep their names
  // ColumnRefs, FuncCalls, TypeNames, A_Indirections with a new last name.
  std::set<const Node*> renamed_;
};

// Sets a value for the time of a block.
template <typename T>
class Restored {
 public:
  Restored(T& variable, T value) : variable_(variable), before_(variable) { variable = value; }
  ~Restored() { variable_ = before_; }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& variable_;
  T before_;
};

}  // namespace pgplumb::sql::renaming
