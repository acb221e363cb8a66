#include "sql/canonical/canonicaliser.hpp"

#include <algorithm>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/rule_action.hpp"
#include "sql/canonical/star_expansion.hpp"
#include "sql/canonical/view_columns.hpp"
#include "sql/fragment.hpp"

namespace pgplumb::sql::canon {
namespace {

class Run {
 public:
  Run(Symbols& symbols, const Expression& expression, const ExpressionContext& context)
      : symbols_(symbols),
        expression_(expression),
        context_(context),
        analyser_(symbols, expression.search_path.get(), expression.from_server) {}

  // The canonical text; empty when the text does not parse.
  std::string run();
  // `text` with the stars of its queries written out.
  [[nodiscard]] const std::string& expanded_text() const { return expanded_text_; }
  Analyser& analyser() { return analyser_; }
  [[nodiscard]] bool has_star() const { return !analyser_.stars().empty(); }
  [[nodiscard]] const TypeInfo* type() const { return type_; }
  [[nodiscard]] const std::string& collation() const { return collation_; }

 private:
  void prepare_scope();
  std::string run_expression();
  std::string run_query();
  std::string run_bound();
  std::string bound_text(const PartitionBoundSpec* bound);
  std::string bound_values(const List* list);
  std::string bound_value(const Node* node, std::size_t column);
  std::vector<TypeAndModifiers> key_types();
  void name_outputs(QueryParts& parts) const;

  Symbols& symbols_;
  const Expression& expression_;
  const ExpressionContext& context_;
  Analyser analyser_;
  Scope scope_;
  const TypeInfo* type_ = nullptr;
  std::string collation_;
  std::string expanded_text_;
};

bool is_condition(ExpressionRole role) {
  return role == ExpressionRole::check || role == ExpressionRole::index_predicate ||
         role == ExpressionRole::policy || role == ExpressionRole::trigger_when ||
         role == ExpressionRole::domain_check || role == ExpressionRole::rule_condition;
}

bool has_relation_scope(ExpressionRole role) {
  switch (role) {
    case ExpressionRole::generated:
    case ExpressionRole::check:
    case ExpressionRole::index_element:
    case ExpressionRole::index_predicate:
    case ExpressionRole::partition_key:
    case ExpressionRole::policy:
    case ExpressionRole::exclusion_element:
    case ExpressionRole::statistics_element: return true;
    default: return false;
  }
}

void Run::prepare_scope() {
  analyser_.set_scope(&scope_);
  if (context_.role == ExpressionRole::domain_check) {
    const auto id = symbols_.catalog().find_type(context_.relation);
    const Domain* domain = id ? symbols_.catalog().get<Domain>(*id) : nullptr;
    const TypeRef base = domain != nullptr ? domain->type : context_.result;
    analyser_.set_domain_value(symbols_.types().find(base), base.modifiers);
    return;
  }
  if (context_.relation.empty()) return;
  if (context_.role == ExpressionRole::trigger_when ||
      context_.role == ExpressionRole::rule_condition) {
    for (const std::string name : {"old", "new"}) {
      if (!(name == "old" ? context_.sees_old : context_.sees_new)) continue;
      RangeEntry entry = analyser_.relation_entry(context_.relation);
      entry.name = entry.printed = name;
      entry.relation = {};
      scope_.taken.insert(name);
      scope_.entries.push_back(std::move(entry));
    }
    return;
  }
  if (!has_relation_scope(context_.role)) return;
  RangeEntry entry = analyser_.relation_entry(context_.relation);
  entry.bare = true;
  scope_.taken.insert(entry.name);
  scope_.entries.push_back(std::move(entry));
}

std::string Run::run_expression() {
  const Fragment fragment(expression_.text, FragmentKind::expression);
  if (fragment.node() == nullptr) return {};
  prepare_scope();
  Value value = analyser_.expression(fragment.node());
  expanded_text_ = with_stars_expanded(expression_.text, fragment, analyser_.stars());
  const bool element = context_.role == ExpressionRole::index_element ||
                       context_.role == ExpressionRole::partition_key ||
                       context_.role == ExpressionRole::exclusion_element;
  if (element && value.form == Value::Form::collate) {
    // The index keeps the collation, not the expression.
    collation_ = value.raw;
    Value inner = std::move(value.items[0]);
    value = std::move(inner);
  }
  if (is_condition(context_.role)) {
    value = analyser_.assigned(std::move(value), known().boolean);
  } else if (!context_.result.empty()) {
    value = analyser_.assigned(std::move(value), symbols_.types().find(context_.result));
  } else if (value.untyped()) {
    value = analyser_.coerce(std::move(value), known().text, {}, CastContext::implicit);
  }
  type_ = value.type;
  return value.text;
}

// A view's columns may have been named otherwise than its query says.
void Run::name_outputs(QueryParts& parts) const {
  const auto id = symbols_.catalog().find_class(context_.relation);
  if (!id) return;
  const std::vector<Identifier>* names = nullptr;
  if (const auto* view = symbols_.catalog().get<View>(*id)) names = &view->columns;
  if (const auto* view = symbols_.catalog().get<MaterializedView>(*id)) names = &view->columns;
  if (names == nullptr) return;
  QueryParts* leaf = &parts;
  while (leaf->left != nullptr) leaf = leaf->left.get();
  if (leaf->kind != QueryParts::Kind::select || !leaf->columns_known) return;
  const std::size_t count = std::min(names->size(), leaf->targets.size());
  for (std::size_t i = 0; i < count; ++i) leaf->targets[i].name = (*names)[i].text();
}

std::string Run::run_query() {
  const Fragment fragment(expression_.text, FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr) return {};
  // Up to PostgreSQL 15 the rule that makes a view has these two names taken.
  scope_.taken = {"old", "new"};
  analyser_.set_scope(&scope_);
  QueryParts parts = analyser_.query(select, true);
  name_outputs(parts);
  expanded_text_ = with_stars_expanded(expression_.text, fragment, analyser_.stars());
  return analyser_.print(parts, OutputNames::shown);
}

std::vector<TypeAndModifiers> Run::key_types() {
  std::vector<TypeAndModifiers> types;
  const auto* parent =
      symbols_.catalog().get<Relation>(object_id(ObjectKind::relation, context_.relation));
  if (parent == nullptr) return types;
  const RelationColumns* columns = symbols_.columns_of(context_.relation);
  for (const PartitionKeyElement& element : parent->partition_key) {
    TypeAndModifiers& type = types.emplace_back();
    if (element.attribute.empty()) {
      const ExpressionContext key{ExpressionRole::partition_key, context_.relation, {}};
      type.type = facts_of_element(symbols_, element.expression, key).type;
      continue;
    }
    for (const Column& column : columns->columns) {
      if (column.name == element.attribute.text()) type = {column.type, column.modifiers, {}};
    }
  }
  return types;
}

std::string Run::bound_value(const Node* node, std::size_t column) {
  const auto* keyword = PGPLUMB_NODE_AS(node, ColumnRef);
  if (keyword != nullptr && items<Node>(keyword->fields).size() == 1) {
    const std::string word = string_of(items<Node>(keyword->fields)[0]);
    if (word == "minvalue") return "MINVALUE";
    if (word == "maxvalue") return "MAXVALUE";
  }
  const std::vector<TypeAndModifiers> keys = key_types();
  const TypeInfo* type = column < keys.size() ? base_type(keys[column].type) : nullptr;
  Value value = analyser_.expression(node);
  if (value.form == Value::Form::null) return "NULL";
  if (type == nullptr) {
    analyser_.open("type of the partition key");
    return value.text;
  }
  // The server computes the value: a constant in any spelling is the constant of the key's type.
  const bool number =
      value.type == known().int4 || value.type == known().int8 || value.type == known().numeric;
  const bool constant = value.form == Value::Form::constant;
  // A modifier rounds or pads the value; what is too long for a varchar is an error.
  if (!keys[column].modifiers.empty() && type != known().varchar) {
    analyser_.open("modifiers of the partition key's type");
    return value.text;
  }
  if (constant && value.type != type && !number) {
    analyser_.open("constant of a partition bound");
    return value.text;
  }
  if (!constant && value.form != Value::Form::literal) {
    analyser_.open("value of a partition bound");
    return value.text;
  }
  Value raw;
  raw.form = Value::Form::literal;
  raw.raw = value.raw;
  return quote_literal(analyser_.coerce(std::move(raw), type, {}, CastContext::assignment).raw);
}

std::string Run::bound_values(const List* list) {
  std::string text;
  std::size_t column = 0;
  for (const Node* node : items<Node>(list)) {
    if (column > 0) text += ", ";
    text += bound_value(node, column++);
  }
  return text;
}

std::string Run::bound_text(const PartitionBoundSpec* bound) {
  if (bound->is_default) return "DEFAULT";
  switch (bound->strategy) {
    case PARTITION_STRATEGY_HASH:
      return "FOR VALUES WITH (modulus " + std::to_string(bound->modulus) + ", remainder " +
             std::to_string(bound->remainder) + ")";
    case PARTITION_STRATEGY_LIST: {
      std::string text;
      for (const Node* node : items<Node>(bound->listdatums)) {
        text += (text.empty() ? "" : ", ") + bound_value(node, 0);
      }
      return "FOR VALUES IN (" + text + ")";
    }
    default:
      return "FOR VALUES FROM (" + bound_values(bound->lowerdatums) + ") TO (" +
             bound_values(bound->upperdatums) + ")";
  }
}

std::string Run::run_bound() {
  const Fragment fragment(expression_.text, FragmentKind::partition_bound);
  const auto* bound = PGPLUMB_NODE_AS(fragment.node(), PartitionBoundSpec);
  return bound == nullptr ? std::string() : bound_text(bound);
}

std::string Run::run() {
  switch (context_.role) {
    case ExpressionRole::view_query: return run_query();
    case ExpressionRole::partition_bound: return run_bound();
    case ExpressionRole::routine_body: analyser_.open("body"); return expression_.text;
    default: return run_expression();
  }
}

}  // namespace

void canonicalize_with(Symbols& symbols, Expression& expression, const ExpressionContext& context) {
  expression.closed = false;
  expression.references.clear();
  expression.canonical.clear();
  if (expression.empty()) return;
  if (symbols.memory().recall(symbols, expression, context)) return;
  if (context.role == ExpressionRole::rule_action) {
    return canonicalize_action(symbols, expression, context);
  }
  if (context.role == ExpressionRole::routine_body) {
    canonicalize_body(symbols, expression, context);
    return;
  }
  Run run(symbols, expression, context);
  const std::string canonical = run.run();
  if (canonical.empty() || run.analyser().lossy()) {
    expression.canonical = expression.text;
    return;
  }
  const Analyser& analyser = run.analyser();
  expression.closed = analyser.closed();
  expression.references.assign(analyser.references().begin(), analyser.references().end());
  // What the actions read decides by which names the server prints a query in the condition.
  if (context.role == ExpressionRole::rule_condition &&
      canonical.find("SELECT") != std::string::npos) {
    expression.closed = false;
  }
  // `*` means the columns of the moment at which the object is made.
  if (!expression.from_server && run.has_star()) {
    if (expression.closed) {
      expression.text = canonical;
      expression.search_path = nullptr;
    } else if (analyser.all_stars_expanded()) {
      expression.text = run.expanded_text();
    }
  }
  expression.canonical = canonical;
  symbols.memory().keep(symbols, expression, context);
}

ElementFacts facts_of_element(Symbols& symbols, const Expression& expression,
                              const ExpressionContext& context) {
  Run run(symbols, expression, context);
  run.run();
  return {run.type(), run.collation()};
}

std::vector<RowField> row_fields_of(const Expression& expression, const ExpressionContext& context,
                                    const Catalog& catalog) {
  if (context.role == ExpressionRole::rule_action) return {};  // read by other means
  Symbols symbols(catalog);
  Run run(symbols, expression, context);
  run.run();
  return run.analyser().row_fields();
}

std::string why_open(const Expression& expression, const ExpressionContext& context,
                     const Catalog& catalog) {
  Symbols symbols(catalog);
  Run run(symbols, expression, context);
  if (run.run().empty()) return "syntax";
  return run.analyser().open_reason();
}

RelationColumns query_columns(const Expression& query, Symbols& symbols) {
  RelationColumns result;
  result.known = false;
  const Fragment fragment(query.text, FragmentKind::query);
  const auto* select = PGPLUMB_NODE_AS(fragment.node(), SelectStmt);
  if (select == nullptr) return result;
  Analyser analyser(symbols, query.search_path.get(), query.from_server);
  const QueryParts parts = analyser.query(select, true);
  result.columns = parts.columns;
  result.known = parts.columns_known;
  return result;
}

}  // namespace pgplumb::sql::canon
