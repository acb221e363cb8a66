#include "parse/block_evaluator.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "parse/database_name.hpp"
#include "parse/known_functions.hpp"
#include "parse/replay.hpp"
#include "parse/system_tables.hpp"
#include "sql/fragment.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct Source {
  std::string alias;
  std::vector<const SystemRow*> rows;
  bool partial = false;  // there may be other rows
};

struct Binding {
  const std::string* alias;
  const SystemRow* row;
};
using Bindings = std::vector<Binding>;

// Rows that a query has for certain, and whether there may be others.
struct RowSet {
  std::vector<Bindings> certain;
  bool maybe_more = false;
};

constexpr int kBudget = 400000;  // evaluations of a condition; a query that needs more is given up

class Evaluator {
 public:
  Evaluator(const Variables& variables, const Replay& replay)
      : variables_(variables), replay_(replay) {}

  KnownValue value(const Node* node);
  std::vector<KnownValue> outputs(const SelectStmt& select);
  std::optional<std::vector<OutputRow>> all_outputs(const SelectStmt& select);

 private:
  struct Query {
    std::vector<Source> sources;
    std::vector<const Node*> conditions;
    bool incomplete = false;  // there are sources whose rows can't be told
  };

  // --- queries -----------------------------------------------------------------------------
  bool add_source(const Node* item, Query& query);
  bool add_table(const RangeVar& table, Query& query);
  bool add_join(const JoinExpr& join, Query& query);
  static void add_condition(const Node* condition, Query& query);
  bool read(const SelectStmt& select, Query& query);
  KnownValue condition_of(const Query& query);
  void prune(Query& query);
  void enumerate(const Query& query, std::size_t level, RowSet& result);
  RowSet rows_of(const SelectStmt& select, Query& query);

  // --- expressions ---------------------------------------------------------------------------
  KnownValue constant(const A_Const& constant);
  KnownValue column(const ColumnRef& reference);
  KnownValue boolean(const BoolExpr& expression);
  KnownValue operation(const A_Expr& expression);
  KnownValue in_list(const A_Expr& expression, bool any_of_array);
  KnownValue equal_to_any(const KnownValue& value, const std::vector<KnownValue>& others);
  KnownValue cast(const TypeCast& cast);
  KnownValue call(const FuncCall& call);
  KnownValue aggregate(const std::string& name, const FuncCall& call);
  KnownValue sublink(const SubLink& link);
  KnownValue scalar(const SelectStmt& select);
  KnownValue exists(const SelectStmt& select);
  KnownValue in_query(const SubLink& link, const SelectStmt& select);
  KnownValue conditional(const CaseExpr& expression);
  KnownValue null_test(const NullTest& test);
  KnownValue boolean_test(const BooleanTest& test);

  const Variables& variables_;
  const Replay& replay_;
  Bindings bindings_;
  const RowSet* group_ = nullptr;  // rows that aggregates run over
  std::map<std::pair<std::string, std::string>, SystemRows> tables_;
  int budget_ = kBudget;
};

// --- queries ---------------------------------------------------------------------------------

bool Evaluator::add_table(const RangeVar& table, Query& query) {
  const std::string space = sql::text_of(table.schemaname);
  const std::string name = sql::text_of(table.relname);
  auto known = tables_.find({space, name});
  if (known == tables_.end()) {
    auto rows = system_rows(space, name, replay_);
    if (!rows) {
      query.incomplete = true;
      return true;
    }
    known = tables_.emplace(std::pair(space, name), std::move(*rows)).first;
  }
  Source source{
      table.alias != nullptr ? table.alias->aliasname : name, {}, !known->second.complete};
  for (const SystemRow& row : known->second.rows) source.rows.push_back(&row);
  query.sources.push_back(std::move(source));
  return true;
}

bool Evaluator::add_join(const JoinExpr& join, Query& query) {
  if (join.jointype != JOIN_INNER || join.isNatural || join.usingClause != nullptr) return false;
  if (!add_source(join.larg, query) || !add_source(join.rarg, query)) return false;
  if (join.quals != nullptr) add_condition(join.quals, query);
  return true;
}

bool Evaluator::add_source(const Node* item, Query& query) {
  if (const auto* table = PGPLUMB_NODE_AS(item, RangeVar)) return add_table(*table, query);
  if (const auto* join = PGPLUMB_NODE_AS(item, JoinExpr)) return add_join(*join, query);
  query.incomplete = true;
  return true;
}

void Evaluator::add_condition(const Node* condition, Query& query) {
  const auto* expression = PGPLUMB_NODE_AS(condition, BoolExpr);
  if (expression == nullptr || expression->boolop != AND_EXPR) {
    query.conditions.push_back(condition);
    return;
  }
  for (const Node* part : sql::items<Node>(expression->args)) add_condition(part, query);
}

bool Evaluator::read(const SelectStmt& select, Query& query) {
  const bool plain = select.op == SETOP_NONE && select.groupClause == nullptr &&
                     select.havingClause == nullptr && select.withClause == nullptr &&
                     select.valuesLists == nullptr && select.limitOffset == nullptr;
  if (!plain) return false;
  for (const Node* item : sql::items<Node>(select.fromClause)) {
    if (!add_source(item, query)) return false;
  }
  if (select.whereClause != nullptr) add_condition(select.whereClause, query);
  return true;
}

// All conditions under the rows bound so far; names of rows not bound yet are unknown.
KnownValue Evaluator::condition_of(const Query& query) {
  KnownValue result = KnownValue::boolean(true);
  for (const Node* condition : query.conditions) {
    --budget_;
    result = logical_and(result, value(condition));
    if (result.is_not_true() && !result.is_null()) break;
  }
  return result;
}

// Takes out the rows that fail whatever the others are.
void Evaluator::prune(Query& query) {
  for (Source& source : query.sources) {
    std::erase_if(source.rows, [&](const SystemRow* row) {
      if (budget_ <= 0) return false;
      bindings_.push_back({&source.alias, row});
      const bool fails = condition_of(query).is_not_true();
      bindings_.pop_back();
      return fails;
    });
  }
}

void Evaluator::enumerate(const Query& query, std::size_t level, RowSet& result) {
  if (budget_ <= 0) {
    result.maybe_more = true;
    return;
  }
  const KnownValue condition = condition_of(query);
  if (condition.is_not_true()) return;
  if (level == query.sources.size()) {
    if (condition.is_true())
      result.certain.push_back(bindings_);
    else
      result.maybe_more = true;
    return;
  }
  const Source& source = query.sources[level];
  for (const SystemRow* row : source.rows) {
    bindings_.push_back({&source.alias, row});
    enumerate(query, level + 1, result);
    bindings_.pop_back();
  }
}

// `query` owns the rows that the result points to.
RowSet Evaluator::rows_of(const SelectStmt& select, Query& query) {
  RowSet result;
  if (!read(select, query)) {
    result.maybe_more = true;
    return result;
  }
  prune(query);
  const bool empty =
      std::any_of(query.sources.begin(), query.sources.end(),
                  [](const Source& source) { return source.rows.empty() && !source.partial; });
  // A join with nothing is nothing, whatever the other sources hold.
  if (empty) return result;
  const bool partial = std::any_of(query.sources.begin(), query.sources.end(),
                                   [](const Source& source) { return source.partial; });
  if (!query.incomplete) enumerate(query, 0, result);
  result.maybe_more = result.maybe_more || query.incomplete || partial;
  return result;
}

bool is_aggregate_name(const std::string& name) {
  static constexpr std::string_view kNames[] = {"count",      "max",       "min",     "sum",
                                                "string_agg", "array_agg", "bool_or", "bool_and"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool holds_aggregate(const Node* node);

bool any_holds_aggregate(const List* nodes) {
  for (const Node* node : sql::items<Node>(nodes)) {
    if (holds_aggregate(node)) return true;
  }
  return false;
}

bool is_grouped(const SelectStmt& select) {
  for (const ResTarget* target : sql::items<ResTarget>(select.targetList)) {
    if (holds_aggregate(target->val)) return true;
  }
  return false;
}

bool holds_aggregate(const Node* node) {
  if (node == nullptr) return false;
  if (const auto* call = PGPLUMB_NODE_AS(node, FuncCall)) {
    if (is_aggregate_name(sql::strings_of(call->funcname).back())) return true;
    return any_holds_aggregate(call->args);
  }
  if (const auto* expression = PGPLUMB_NODE_AS(node, A_Expr)) {
    return holds_aggregate(expression->lexpr) || holds_aggregate(expression->rexpr);
  }
  if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) return holds_aggregate(cast->arg);
  if (const auto* coalesce = PGPLUMB_NODE_AS(node, CoalesceExpr)) {
    return any_holds_aggregate(coalesce->args);
  }
  if (const auto* test = PGPLUMB_NODE_AS(node, NullTest)) {
    return holds_aggregate(reinterpret_cast<const Node*>(test->arg));
  }
  return false;
}

std::vector<KnownValue> Evaluator::outputs(const SelectStmt& select) {
  Query query;
  const RowSet rows = rows_of(select, query);
  const auto targets = sql::items<ResTarget>(select.targetList);
  const bool grouped = is_grouped(select);
  std::vector<KnownValue> values;
  if (!grouped && (rows.maybe_more || rows.certain.size() > 1)) return values;
  const Bindings outer = bindings_;
  const RowSet* const outer_group = std::exchange(group_, grouped ? &rows : nullptr);
  if (!grouped && !rows.certain.empty()) bindings_ = rows.certain.front();
  for (const ResTarget* target : targets) {
    const bool empty = !grouped && rows.certain.empty();
    values.push_back(empty ? KnownValue::null() : value(target->val));
  }
  group_ = outer_group;
  bindings_ = outer;
  return values;
}

std::string output_name(const ResTarget& target) {
  if (target.name != nullptr) return target.name;
  const auto* reference = PGPLUMB_NODE_AS(target.val, ColumnRef);
  return reference != nullptr ? sql::strings_of(reference->fields).back() : "";
}

std::optional<std::vector<OutputRow>> Evaluator::all_outputs(const SelectStmt& select) {
  Query query;
  const RowSet rows = rows_of(select, query);
  if (rows.maybe_more || is_grouped(select) || select.limitCount != nullptr) return std::nullopt;
  std::vector<OutputRow> results;
  const Bindings outer = bindings_;
  for (const Bindings& row : rows.certain) {
    bindings_ = row;
    OutputRow result;
    for (const ResTarget* target : sql::items<ResTarget>(select.targetList)) {
      result.emplace_back(output_name(*target), value(target->val));
    }
    results.push_back(std::move(result));
  }
  bindings_ = outer;
  return results;
}

// --- expressions -------------------------------------------------------------------------------

KnownValue Evaluator::constant(const A_Const& constant) {
  if (constant.isnull) return KnownValue::null();
  switch (nodeTag(&constant.val.node)) {
    case T_Integer: return KnownValue::integer(constant.val.ival.ival);
    case T_Float: return as_integer(KnownValue::of_text(constant.val.fval.fval));
    case T_Boolean: return KnownValue::boolean(constant.val.boolval.boolval);
    case T_String: return KnownValue::of_text(sql::text_of(constant.val.sval.sval));
    default: return {};
  }
}

KnownValue Evaluator::column(const ColumnRef& reference) {
  const auto fields = sql::items<Node>(reference.fields);
  if (fields.size() > 2 || nodeTag(fields[fields.size() - 1]) != T_String) return {};
  const std::string name = sql::string_of(fields[fields.size() - 1]);
  const std::string alias = fields.size() == 2 ? sql::string_of(fields[0]) : "";
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (!alias.empty() && alias != *binding->alias) continue;
    const auto found = binding->row->find(name);
    if (found != binding->row->end()) return found->second;
    if (!alias.empty()) return {};
  }
  const auto variable = variables_.find(alias.empty() ? name : alias + "." + name);
  return variable != variables_.end() ? variable->second : KnownValue{};
}

KnownValue Evaluator::boolean(const BoolExpr& expression) {
  const auto arguments = sql::items<Node>(expression.args);
  KnownValue result = as_boolean(value(arguments[0]));
  if (expression.boolop == NOT_EXPR) return logical_not(result);
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const KnownValue next = as_boolean(value(arguments[i]));
    result = expression.boolop == AND_EXPR ? logical_and(result, next) : logical_or(result, next);
  }
  return result;
}

KnownValue Evaluator::equal_to_any(const KnownValue& value, const std::vector<KnownValue>& others) {
  KnownValue result = KnownValue::boolean(false);
  for (const KnownValue& other : others)
    result = logical_or(result, apply_operator("=", value, other));
  return result;
}

KnownValue Evaluator::in_list(const A_Expr& expression, bool any_of_array) {
  const Node* list = expression.rexpr;
  if (any_of_array) {
    if (const auto* cast = PGPLUMB_NODE_AS(list, TypeCast)) list = cast->arg;
    const auto* array = PGPLUMB_NODE_AS(list, A_ArrayExpr);
    if (array == nullptr) return {};
    list = reinterpret_cast<const Node*>(array->elements);
  }
  std::vector<KnownValue> others;
  for (const Node* item : sql::items<Node>(reinterpret_cast<const List*>(list))) {
    others.push_back(value(item));
  }
  return equal_to_any(value(expression.lexpr), others);
}

KnownValue Evaluator::operation(const A_Expr& expression) {
  const auto names = sql::strings_of(expression.name);
  const std::string op = names.empty() ? "" : names.back();
  switch (expression.kind) {
    case AEXPR_OP:
      if (expression.lexpr == nullptr || expression.rexpr == nullptr) return {};
      return apply_operator(op, value(expression.lexpr), value(expression.rexpr));
    case AEXPR_OP_ANY: return op == "=" ? in_list(expression, true) : KnownValue{};
    case AEXPR_IN: {
      const KnownValue found = in_list(expression, false);
      return op == "=" ? found : logical_not(found);
    }
    case AEXPR_LIKE: {
      const KnownValue text = value(expression.lexpr);
      const KnownValue pattern = value(expression.rexpr);
      const bool texts = text.kind == KnownValue::Kind::text && pattern.kind == text.kind;
      if (holds_database_mark(text.text) || holds_database_mark(pattern.text)) return {};
      if (!texts) return text.is_null() || pattern.is_null() ? KnownValue::null() : KnownValue{};
      return KnownValue::boolean(matches_like(text.text, pattern.text) == (op == "~~"));
    }
    case AEXPR_DISTINCT:
    case AEXPR_NOT_DISTINCT: {
      const KnownValue a = value(expression.lexpr);
      const KnownValue b = value(expression.rexpr);
      if (!a.known() || !b.known()) return {};
      const KnownValue same = a.is_null() || b.is_null()
                                  ? KnownValue::boolean(a.is_null() && b.is_null())
                                  : apply_operator("=", a, b);
      return expression.kind == AEXPR_DISTINCT ? logical_not(same) : same;
    }
    default: return {};
  }
}

KnownValue Evaluator::cast(const TypeCast& cast) {
  const auto names = sql::strings_of(cast.typeName->names);
  if (names.empty() || cast.typeName->arrayBounds != nullptr) return {};
  return cast_known(value(cast.arg), names.back(), replay_);
}

KnownValue Evaluator::aggregate(const std::string& name, const FuncCall& call) {
  if (group_ == nullptr || group_->maybe_more || call.agg_filter != nullptr) return {};
  const auto count = static_cast<std::int64_t>(group_->certain.size());
  if (name == "count") {
    const bool plain = call.agg_star || !call.agg_distinct;
    return plain ? KnownValue::integer(count) : KnownValue{};
  }
  if (count == 0) return KnownValue::null();
  const auto arguments = sql::items<Node>(call.args);
  const bool one = count == 1 && (name == "max" || name == "min" || name == "string_agg");
  if (!one || arguments.empty()) return {};
  const Bindings outer = std::exchange(bindings_, group_->certain.front());
  KnownValue result = value(arguments[0]);
  bindings_ = outer;
  return result;
}

KnownValue Evaluator::call(const FuncCall& call) {
  const auto names = sql::strings_of(call.funcname);
  const std::string& name = names.back();
  const bool foreign = names.size() > 1 && names[names.size() - 2] != "pg_catalog";
  if (foreign) return {};
  if (is_aggregate_name(name)) return aggregate(name, call);
  std::vector<KnownValue> arguments;
  for (const Node* argument : sql::items<Node>(call.args)) arguments.push_back(value(argument));
  return call_known(name, arguments, replay_);
}

KnownValue Evaluator::exists(const SelectStmt& select) {
  Query query;
  const RowSet rows = rows_of(select, query);
  if (!rows.certain.empty()) return KnownValue::boolean(true);
  return rows.maybe_more ? KnownValue{} : KnownValue::boolean(false);
}

KnownValue Evaluator::scalar(const SelectStmt& select) {
  const auto values = outputs(select);
  return values.size() == 1 ? values.front() : KnownValue{};
}

KnownValue Evaluator::in_query(const SubLink& link, const SelectStmt& select) {
  Query query;
  const RowSet rows = rows_of(select, query);
  const auto targets = sql::items<ResTarget>(select.targetList);
  if (targets.size() != 1 || link.operName != nullptr) return {};
  std::vector<KnownValue> others;
  const Bindings outer = bindings_;
  for (const Bindings& row : rows.certain) {
    bindings_ = row;
    others.push_back(value(targets[0]->val));
  }
  bindings_ = outer;
  const KnownValue found = equal_to_any(value(link.testexpr), others);
  return found.is_true() || !rows.maybe_more ? found : KnownValue{};
}

KnownValue Evaluator::sublink(const SubLink& link) {
  const auto* select = PGPLUMB_NODE_AS(link.subselect, SelectStmt);
  if (select == nullptr) return {};
  if (link.subLinkType == EXISTS_SUBLINK) return exists(*select);
  if (link.subLinkType == EXPR_SUBLINK) return scalar(*select);
  return link.subLinkType == ANY_SUBLINK ? in_query(link, *select) : KnownValue{};
}

KnownValue Evaluator::conditional(const CaseExpr& expression) {
  for (const CaseWhen* when : sql::items<CaseWhen>(expression.args)) {
    const Node* test = reinterpret_cast<const Node*>(when->expr);
    const KnownValue holds =
        expression.arg == nullptr
            ? value(test)
            : apply_operator("=", value(reinterpret_cast<const Node*>(expression.arg)),
                             value(test));
    if (!holds.known()) return {};
    if (holds.is_true()) return value(reinterpret_cast<const Node*>(when->result));
  }
  if (expression.defresult == nullptr) return KnownValue::null();
  return value(reinterpret_cast<const Node*>(expression.defresult));
}

KnownValue Evaluator::null_test(const NullTest& test) {
  const KnownValue argument = value(reinterpret_cast<const Node*>(test.arg));
  if (argument.kind == KnownValue::Kind::at_least) {
    return KnownValue::boolean(test.nulltesttype == IS_NOT_NULL);
  }
  if (!argument.known()) return {};
  return KnownValue::boolean(argument.is_null() == (test.nulltesttype == IS_NULL));
}

KnownValue Evaluator::boolean_test(const BooleanTest& test) {
  const KnownValue argument = as_boolean(value(reinterpret_cast<const Node*>(test.arg)));
  if (!argument.known()) return {};
  const bool is_false = argument.kind == KnownValue::Kind::boolean && !argument.flag;
  switch (test.booltesttype) {
    case IS_TRUE: return KnownValue::boolean(argument.is_true());
    case IS_NOT_TRUE: return KnownValue::boolean(!argument.is_true());
    case IS_FALSE: return KnownValue::boolean(is_false);
    case IS_NOT_FALSE: return KnownValue::boolean(!is_false);
    case IS_UNKNOWN: return KnownValue::boolean(argument.is_null());
    case IS_NOT_UNKNOWN: return KnownValue::boolean(!argument.is_null());
  }
  return {};
}

KnownValue Evaluator::value(const Node* node) {
  switch (nodeTag(node)) {
    case T_A_Const: return constant(*reinterpret_cast<const A_Const*>(node));
    case T_ColumnRef: return column(*reinterpret_cast<const ColumnRef*>(node));
    case T_BoolExpr: return boolean(*reinterpret_cast<const BoolExpr*>(node));
    case T_A_Expr: return operation(*reinterpret_cast<const A_Expr*>(node));
    case T_TypeCast: return cast(*reinterpret_cast<const TypeCast*>(node));
    case T_FuncCall: return call(*reinterpret_cast<const FuncCall*>(node));
    case T_SubLink: return sublink(*reinterpret_cast<const SubLink*>(node));
    case T_CaseExpr: return conditional(*reinterpret_cast<const CaseExpr*>(node));
    case T_NullTest: return null_test(*reinterpret_cast<const NullTest*>(node));
    case T_BooleanTest: return boolean_test(*reinterpret_cast<const BooleanTest*>(node));
    case T_CollateClause: return value(reinterpret_cast<const CollateClause*>(node)->arg);
    case T_CoalesceExpr: {
      for (const Node* argument :
           sql::items<Node>(reinterpret_cast<const CoalesceExpr*>(node)->args)) {
        KnownValue result = value(argument);
        if (!result.is_null()) return result;
      }
      return KnownValue::null();
    }
    case T_SQLValueFunction: {
      const auto op = reinterpret_cast<const SQLValueFunction*>(node)->op;
      if (op == SVFOP_CURRENT_CATALOG) return call_known("current_database", {}, replay_);
      return op == SVFOP_CURRENT_SCHEMA ? call_known("current_schema", {}, replay_) : KnownValue{};
    }
    default: return {};
  }
}

}  // namespace

KnownValue evaluate_expression(std::string_view text, const Variables& variables,
                               const Replay& replay) {
  const sql::Fragment fragment(text, sql::FragmentKind::expression);
  if (fragment.node() == nullptr) return {};
  return Evaluator(variables, replay).value(fragment.node());
}

std::vector<KnownValue> evaluate_query(std::string_view text, const Variables& variables,
                                       const Replay& replay) {
  const sql::Fragment fragment(text, sql::FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr) return {};
  return Evaluator(variables, replay).outputs(*select);
}

std::optional<std::vector<OutputRow>> evaluate_rows(std::string_view text,
                                                    const Variables& variables,
                                                    const Replay& replay) {
  const sql::Fragment fragment(text, sql::FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr) return std::nullopt;
  return Evaluator(variables, replay).all_outputs(*select);
}

std::optional<std::vector<KnownValue>> evaluate_array(std::string_view text,
                                                      const Variables& variables,
                                                      const Replay& replay) {
  const sql::Fragment fragment(text, sql::FragmentKind::expression);
  const Node* node = fragment.node();
  if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) node = cast->arg;
  const auto* array = PGPLUMB_NODE_AS(node, A_ArrayExpr);
  if (array == nullptr) return std::nullopt;
  std::vector<KnownValue> values;
  Evaluator evaluator(variables, replay);
  for (const Node* element : sql::items<Node>(array->elements)) {
    values.push_back(evaluator.value(element));
  }
  return values;
}

}  // namespace pgplumb::parse
