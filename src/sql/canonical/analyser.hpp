// Parse analysis of one expression or query: from a raw tree to canonical text with types.
//
// Bottom-up: every method returns the canonical text of a node with its type. What can't be told
// makes the result open, and analysis goes on with what is known.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/canonical/coercion.hpp"
#include "sql/canonical/resolution.hpp"
#include "sql/canonical/scope.hpp"
#include "sql/canonical/symbols.hpp"
#include "sql/canonical/value.hpp"
#include "sql/row_place.hpp"
#include "sql/tree.hpp"

namespace pgplumb::sql::canon {

struct TypeAndModifiers {
  const TypeInfo* type = nullptr;  // null: not known
  std::string modifiers;
  std::string printed;  // for an unknown type as well
};

// An operator as written; `space` is empty when it is not qualified.
struct OperatorName {
  std::string space;
  std::string name;
};

[[nodiscard]] OperatorName operator_name(const ::List* names);

// A place in the text where `*` stands for columns: "[begin, end)" becomes `expansion`.
struct StarExpansion {
  int location = 0;  // of the first byte
  std::string expansion;
};

// "(row).attribute", where the type of the row is known; nothing for a type without an object.
struct RowField {
  RowPlace place;
  std::optional<ObjectId> type;
};

// An output column.
struct Output {
  Value value;
  std::string name;
  bool odd_collation = false;  // something in it has another collation than the database's
};

using Outputs = std::vector<Output>;

// What the parameters of a routine mean in its body.
struct Parameters {
  struct Parameter {
    std::string name;                // empty for none
    const TypeInfo* type = nullptr;  // null: not known
  };
  std::string routine;
  std::vector<Parameter> all;
};

// One analysed SELECT, VALUES or set operation, not printed yet: constants in it may still get
// their types from a set operation around it.
struct QueryParts {
  enum class Kind : std::uint8_t { select, values, set_operation };
  Kind kind = Kind::select;
  std::string with;
  std::string distinct;
  Outputs targets;
  std::string tail;          // FROM … WINDOW
  std::vector<Values> rows;  // VALUES
  std::string operation;     // "UNION ALL"
  std::unique_ptr<QueryParts> left;
  std::unique_ptr<QueryParts> right;
  std::string order_and_limit;
  Columns columns;  // the output
  bool columns_known = true;
  std::uint64_t levels = 0;
};

enum class OutputNames { shown, hidden };

class Analyser {
 public:
  // `path`: null for text that is fully qualified. `from_server`: constants are normal already.
  Analyser(Symbols& symbols, const SearchPath* path, bool from_server);

  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] const std::set<ObjectId>& references() const { return references_; }
  [[nodiscard]] const std::vector<StarExpansion>& stars() const { return stars_; }
  [[nodiscard]] const std::vector<RowField>& row_fields() const { return row_fields_; }
  [[nodiscard]] bool all_stars_expanded() const { return all_stars_expanded_; }
  // Whether something was left out of the printed text, so that two different ones may look alike.
  [[nodiscard]] bool lossy() const { return lossy_; }
  // The name of an output column that has no alias.
  std::string name_without_alias(const ::ResTarget& column);
  // Where output columns begin that would have another name, were the text read anew by a server.
  [[nodiscard]] const std::vector<int>& nameless() const { return nameless_; }

  // Whether anything read between the two calls has another collation than the database's; `before`
  // is what begin_collations() gave.
  bool begin_collations() { return std::exchange(odd_collation_, false); }
  bool end_collations(bool before) {
    return std::exchange(odd_collation_, odd_collation_ || before);
  }
  [[nodiscard]] bool odd_collation() const { return odd_collation_; }
  // Why it is open: the first reason, for tests and logs.
  [[nodiscard]] const std::string& open_reason() const { return open_reason_; }

  // The scope in which expression() resolves columns. Not owned.
  void set_scope(Scope* scope) { scope_ = scope; }
  [[nodiscard]] RangeEntry relation_entry(const QualifiedName& relation);
  // Not owned.
  void set_parameters(const Parameters* parameters) { parameters_ = parameters; }
  // VALUE of a domain's check.
  void set_domain_value(const TypeInfo* type, std::string modifiers);

  Value expression(const ::Node* node);
  // As an assignment to a column: untyped constants get the type, other coercions stay unprinted.
  Value assigned(Value value, const TypeInfo* type);
  // A condition: as `assigned` to boolean.
  Value condition(const ::Node* node);
  QueryParts query(const ::SelectStmt* statement, bool resolve_unknown);
  [[nodiscard]] std::string print(const QueryParts& parts, OutputNames names);
  Values expressions_of(const ::List* list);

  TypeAndModifiers type_of(const ::TypeName* name);
  void note_collation_of(const TypeInfo* type);
  Value coerce(Value value, const TypeInfo* type, const std::string& modifiers,
               CastContext context);
  void open(std::string reason);
  // Opens, and says that the text to be printed does not hold all of it.
  void leave_out(std::string reason);
  // The query means the columns of this moment at a place that `stars` can't replace in the text.
  void note_frozen_columns() {
    stars_.push_back({});
    all_stars_expanded_ = false;
  }

 private:
  friend class FromClause;
  friend class SelectAnalysis;

  // analyse_expression.cpp
  Value dispatch(const ::Node* node);
  Value constant_node(const ::A_Const* node);
  Value type_cast(const ::TypeCast* node);
  Value boolean(const ::BoolExpr* node);
  Value null_test(const ::NullTest* node);
  Value boolean_test(const ::BooleanTest* node);
  Value collate(const ::CollateClause* node);
  Value indirection(const ::A_Indirection* node);
  Value subscript(const Value& container, const ::A_Indices* node);
  Value field(const Value& container, const std::string& name);
  void note_row_field(const ::A_Indirection* node, std::size_t step, const Value& container);
  Value parameter(const ::ParamRef* node);
  Value parameter(const Parameters::Parameter& found);
  // By the name that no column has; names: "p", "p.field", "routine.p", "routine.p.field".
  std::optional<Value> parameter_named(const std::vector<std::string>& names);
  Value unsupported(const ::Node* node);
  // analyse_conditional.cpp
  Value case_expression(const ::CaseExpr* node);
  Value of_common_type(const ::List* arguments, std::string_view name);
  Value array(const ::A_ArrayExpr* node, const TypeInfo* array_type);
  Value array_of(Values items, const TypeInfo* array_type);
  Value keyword(const ::SQLValueFunction* node);
  Values expressions(const ::List* list);
  void unify(Values& values);
  // analyse_row.cpp
  Value row(const ::RowExpr* node);
  Values row_items(const ::List* list);
  Value row_comparison(const OperatorName& name, Value left, Value right);
  Value distinct_rows(const OperatorName& name, Value left, Value right);
  void add_columns(const RangeEntry& entry, int depth, Outputs& outputs);
  void note_star(const ::ColumnRef* node, const Outputs& outputs);
  // The columns that `*` or `t.*` stands for, and (row).*; nothing when they are not known, which
  // is noted.
  std::optional<Outputs> star(const ::ColumnRef* node);
  std::optional<Outputs> row_star(const Value& row);
  // analyse_operator.cpp
  Value operator_expression(const ::A_Expr* node);
  Value plain_operator(const OperatorName& name, Value left, Value right, bool prefix);
  Value array_operator(const OperatorName& name, Value left, Value right, bool any);
  Value in_list(const ::A_Expr* node);
  Value between(const ::A_Expr* node);
  Value distinct(const ::A_Expr* node);
  Value distinct_values(const OperatorName& name, Value left, Value right);
  Value nullif(const ::A_Expr* node);
  Value combine(std::string_view word, Values arguments);
  Value negate(const Value& value);
  // analyse_call.cpp
  Value call(const ::FuncCall* node);
  struct CallArguments {
    Values values;
    std::vector<std::string> names;  // of the last ones
    std::size_t direct = 0;          // those between the parentheses
    bool variadic = false;           // the last direct one is a VARIADIC array
    std::uint64_t levels = 0;
  };
  CallArguments arguments_of(const ::FuncCall* node);
  void apply(const ChosenRoutine& chosen, CallArguments& arguments);
  static std::string printed_arguments(const CallArguments& arguments);
  std::string printed_call(const ::FuncCall* node, const Values& written,
                           const CallArguments& arguments);
  std::string aggregate_order(const ::FuncCall* node, const Values& written,
                              const CallArguments& arguments);
  std::string aggregate_key(const ::SortBy* sort, const Values& written,
                            const CallArguments& arguments);
  std::string unresolved_name(const ::List* names);
  void gather_variadic(Values& values, std::size_t first, std::size_t end);
  std::string call_decorations(const ::FuncCall* node);
  std::string window(const ::WindowDef* definition);
  [[nodiscard]] const char* window_name(const ::WindowDef& over) const;
  // analyse_column.cpp
  Value column_reference(const ::ColumnRef* node);
  Value unqualified(const std::string& name);
  Value whole_row(RangeEntry& entry, int depth);
  Value column_of(const RangeEntry& entry, const Column& column, int depth);
  const Column* find_column(const RangeEntry& entry, const std::string& name) const;
  std::pair<RangeEntry*, int> find_entry(const std::string& space, const std::string& name);
  [[nodiscard]] std::pair<const RangeEntry*, int> entry_of(const Value& row) const;
  void refer_row_type(const Value& value);
  Value field_owner(const ::Node* node);
  Value system_column(const RangeEntry& entry, const std::string& name, int depth);
  // analyse_sublink.cpp
  Value sublink(const ::SubLink* node);
  Value scalar_query(const QueryParts& parts);
  // coercion of values
  Value make_constant(const TypeInfo* type, const std::string& raw);
  std::optional<std::string> own_configuration(const std::string& raw);
  std::string normal_raw(const TypeInfo& type, const std::string& raw);
  std::string normal_name(const TypeInfo& type, const std::string& raw);
  Value cast_text(const Value& value, const TypeInfo* type, const std::string& modifiers);
  Value cast_collated(Value value, const TypeInfo* type, const std::string& modifiers,
                      CastContext context);
  Value typed_constant(const Value& value, const TypeInfo* type, const std::string& modifiers);
  Value cast_row(Value value, const TypeInfo* type, CastContext context);
  std::string with_unit(const std::string& raw, const std::string& modifiers);
  Value interval_constant(const std::string& raw, const std::string& modifiers);
  Value cast_items(Value value, const TypeInfo* type, CastContext context);

  [[nodiscard]] Path path_for(const ::List* names) const;
  [[nodiscard]] Path path_for(const OperatorName& name) const;
  [[nodiscard]] std::string printed_operator(const Operator& op);
  void refer(const ObjectId& id) { references_.insert(id); }
  void refer_type(const TypeInfo* type);
  void refer_cast(const TypeInfo* target, const TypeInfo* source);
  void refer_routine(const Signature& routine);

  Symbols& symbols_;
  Path path_;
  SearchPath type_path_;
  bool from_server_ = false;
  std::vector<int> nameless_;
  Scope* scope_ = nullptr;
  bool closed_ = true;
  bool lossy_ = false;
  // Whether something with another collation than the database's was read since it was last unset.
  bool odd_collation_ = false;
  bool all_stars_expanded_ = true;
  std::string open_reason_;
  std::set<ObjectId> references_;
  std::vector<StarExpansion> stars_;
  std::vector<RowField> row_fields_;
  const TypeInfo* domain_value_ = nullptr;
  std::string domain_value_modifiers_;
  const Parameters* parameters_ = nullptr;
  int depth_ = 0;
};

// A condition's value.
[[nodiscard]] Value truth(std::string text, std::uint64_t levels);
// (a, b) and ROW(…), as written.
[[nodiscard]] bool is_row_constructor(const ::Node* node);
// `*`, `t.*`.
[[nodiscard]] bool is_star(const ::Node* node);
// "(row value).*": as many columns as the value's type has.
[[nodiscard]] bool is_row_star(const ::Node* node);
// "ROW(a, b)".
[[nodiscard]] std::string row_text(const Values& values);
// Same text, ordered for a list: "a, b".
[[nodiscard]] std::string joined(const Values& values);
[[nodiscard]] Types types_of(const Values& values);
// For resolution: an untyped constant is of type unknown.
[[nodiscard]] const TypeInfo* resolution_type(const Value& value);

}  // namespace pgplumb::sql::canon
