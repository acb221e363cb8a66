#include "introspect/question_sql.hpp"

#include <cctype>
#include <optional>

#include "introspect/server_text.hpp"
#include "introspect/snapshot_session.hpp"
#include "introspect/temporary_table.hpp"
#include "schema/quote.hpp"

namespace pgplumb::introspect {
namespace {

constexpr std::string_view kIsNotNull = " IS NOT NULL)";

std::string name_of_question(std::size_t at) { return "pgplumb_" + std::to_string(at); }

std::string temporary(const std::string& name) { return "pg_temp." + quote_identifier(name); }

// On lines of its own: a text may end with a comment.
std::string in_parentheses(const std::string& text) { return "(\n" + text + "\n)"; }

std::string as_regclass(const std::string& table) { return quote_literal(table) + "::regclass"; }

// pg_temp comes last, so that a stand-in hides nothing.
std::string set_search_path(const SearchPath& path) {
  std::string list;
  for (const std::string& space : path) list += quote_identifier(space) + ", ";
  return "SET LOCAL search_path = " + list + "pg_temp;\n";
}

std::string argument_list(const Routine& routine) {
  std::string list;
  for (const Argument& argument : routine.arguments) {
    if (argument.mode == ArgumentMode::table) continue;
    if (!list.empty()) list += ", ";
    list += std::string(name_of(argument.mode)) + " ";
    if (!argument.name.empty()) list += quote_identifier(argument.name) + " ";
    list += format_type(argument.type);
  }
  return list;
}

std::string table_columns(const Routine& routine) {
  std::string list;
  for (const Argument& argument : routine.arguments) {
    if (argument.mode != ArgumentMode::table) continue;
    if (!list.empty()) list += ", ";
    list += quote_identifier(argument.name) + " " + format_type(argument.type);
  }
  return list;
}

std::string returns_clause(const Routine& routine) {
  if (routine.routine_kind == RoutineKind::procedure || routine.result.empty()) return {};
  const std::string columns = table_columns(routine);
  if (!columns.empty()) return " RETURNS TABLE (" + columns + ")";
  return std::string(" RETURNS ") + (routine.returns_set ? "SETOF " : "") +
         format_type(routine.result);
}

std::string from_constraint(const std::string& holder, const std::string& name) {
  return "select pg_get_expr(conbin, conrelid) from pg_constraint where " + holder +
         " and conname = " + quote_literal(name);
}

std::string from_default(const std::string& table, const std::string& name) {
  return "select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a "
         "on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = " +
         as_regclass(table) + " and a.attname = " + quote_literal(name);
}

std::string from_routine(const std::string& what, const std::string& name) {
  return "select " + what +
         " from pg_proc where pronamespace = pg_my_temp_schema() and proname = " +
         quote_literal(name);
}

// "pg_temp_3." before a name becomes the namespace that the stand-in stands for.
std::string without_temporary_space(std::string_view text, const QualifiedName& relation) {
  constexpr std::string_view kPrefix = "pg_temp_";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + kPrefix.size();
    if (!text.substr(at).starts_with(kPrefix)) {
      result += text[at++];
      continue;
    }
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
    const bool qualifies = end < text.size() && text[end] == '.';
    if (qualifies && !relation.space.empty()) result += quote_identifier(relation.space) + ".";
    if (!qualifies) result += text.substr(at, end - at);
    at = end + (qualifies ? 1 : 0);
  }
  return result;
}

}  // namespace

// Checks stand in for everything that sees one row: the server keeps and prints them alike.
// Elements of any type are asked as "… IS NOT NULL". Policies alone may hold sub-selects, triggers
// alone know OLD and NEW. Defaults are declared with the table: adding a column with a default
// would evaluate it.
QuestionSql::Piece QuestionSql::table_piece(std::size_t at, const std::string& table) const {
  const Question& question = questions_[at];
  const std::string name = name_of_question(at);
  const std::string text = in_parentheses(question.expression.text);
  const std::string holder = "conrelid = " + as_regclass(table);
  Piece piece;
  switch (question.context.role) {
    case ExpressionRole::default_value:
      piece.element = name + " " + format_type(question.context.result) + " DEFAULT " + text;
      piece.read = from_default(table, name);
      break;
    case ExpressionRole::generated:
      piece.element = name + " " + format_type(question.context.result) + " GENERATED ALWAYS AS " +
                      text + " STORED";
      piece.read = from_default(table, name);
      break;
    case ExpressionRole::policy:
      piece.statement = "CREATE POLICY " + name + " ON " + table + " USING " + text + ";\n";
      piece.read = "select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = " +
                   as_regclass(table) + " and polname = " + quote_literal(name);
      break;
    case ExpressionRole::trigger_when:
      piece.statement = "CREATE TRIGGER " + name + " AFTER UPDATE ON " + table +
                        " FOR EACH ROW WHEN " + text +
                        " EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();\n";
      piece.read =
          "select pg_get_triggerdef(oid) from pg_trigger where tgrelid = " + as_regclass(table) +
          " and tgname = " + quote_literal(name);
      break;
    case ExpressionRole::partition_bound:
      piece.statement = "CREATE TEMP TABLE " + temporary(name) + " PARTITION OF " + table + " " +
                        question.expression.text + ";\n";
      piece.read = "select pg_get_expr(relpartbound, oid) from pg_class where oid = " +
                   as_regclass(temporary(name));
      break;
    case ExpressionRole::rule_condition:
    case ExpressionRole::rule_action:
      piece.statement = create_rule(question, name, table);
      piece.read =
          "select pg_get_ruledef(oid) from pg_rewrite where ev_class = " + as_regclass(table) +
          " and rulename = " + quote_literal(name);
      break;
    case ExpressionRole::index_element:
    case ExpressionRole::exclusion_element:
    case ExpressionRole::statistics_element:
    case ExpressionRole::partition_key:
      piece.element = "CONSTRAINT " + name + " CHECK (" + text + " IS NOT NULL)";
      piece.read = from_constraint(holder, name);
      break;
    default:
      piece.element = "CONSTRAINT " + name + " CHECK " + text;
      piece.read = from_constraint(holder, name);
  }
  return piece;
}

// All of the rule: what its action reads decides how its condition is printed.
std::string QuestionSql::create_rule(const Question& question, const std::string& name,
                                     const std::string& table) const {
  const Rule* rule = model_.get<Rule>(question.id);
  std::string event(name_of(rule->event));
  for (char& c : event) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  std::string sql = "CREATE RULE " + name + " AS ON " + event + " TO " + table;
  if (!rule->condition.empty()) sql += " WHERE " + in_parentheses(rule->condition.text);
  sql += rule->instead ? " DO INSTEAD " : " DO ALSO ";
  if (rule->actions.empty()) return sql + "NOTHING;\n";
  sql += "(";
  for (const Expression& action : rule->actions) sql += "\n" + action.text + "\n;";
  return sql + ");\n";
}

std::string QuestionSql::create_routine(const Question& question) const {
  const Routine* routine = model_.get<Routine>(question.id);
  const bool procedure = routine->routine_kind == RoutineKind::procedure;
  return std::string("CREATE ") + (procedure ? "PROCEDURE " : "FUNCTION ") +
         temporary(question.id.name) + "(" + argument_list(*routine) + ")" +
         returns_clause(*routine) + " LANGUAGE sql\n" + question.expression.text + ";\n";
}

QuestionSql::Piece QuestionSql::lone_piece(std::size_t at) const {
  const Question& question = questions_[at];
  const std::string name = name_of_question(at);
  const std::string text = in_parentheses(question.expression.text);
  Piece piece;
  switch (question.context.role) {
    case ExpressionRole::domain_default:
      piece.statement = "CREATE DOMAIN " + temporary(name) + " AS " +
                        format_type(question.context.result) + " DEFAULT " + text + ";\n";
      piece.read = "select pg_get_expr(typdefaultbin, 0) from pg_type where oid = " +
                   quote_literal(temporary(name)) + "::regtype";
      break;
    case ExpressionRole::domain_check: {
      const Domain* domain =
          model_.get<Domain>(object_id(ObjectKind::domain, question.context.relation));
      piece.statement = "CREATE DOMAIN " + temporary(name) + " AS " + format_type(domain->type);
      if (!domain->collation.empty()) {
        piece.statement += " COLLATE " + quote_qualified(domain->collation);
      }
      piece.statement += " CONSTRAINT " + name + " CHECK " + text + ";\n";
      piece.read =
          from_constraint("contypid = " + quote_literal(temporary(name)) + "::regtype", name);
      break;
    }
    case ExpressionRole::argument_default:
      piece.statement = "CREATE FUNCTION " + temporary(name) + "(a " +
                        format_type(question.context.result) + " DEFAULT " + text +
                        ") RETURNS void LANGUAGE sql AS '';\n";
      piece.read = from_routine("pg_get_expr(proargdefaults, 0)", name);
      break;
    case ExpressionRole::routine_body:
      piece.statement = create_routine(question);
      piece.read = from_routine("pg_get_function_sqlbody(oid)", question.id.name);
      break;
    default: piece = view_piece(at);
  }
  return piece;
}

// Names of the output columns that the text gives apart from the query are part of what is printed.
QuestionSql::Piece QuestionSql::view_piece(std::size_t at) const {
  const Question& question = questions_[at];
  const std::string view = temporary(name_of_question(at));
  std::string columns;
  for (const Identifier& column : view_columns(question.id)) {
    columns += (columns.empty() ? " (" : ", ") + quote_identifier(column);
  }
  if (!columns.empty()) columns += ")";
  Piece piece;
  piece.statement =
      "CREATE TEMP VIEW " + view + columns + " AS\n" + question.expression.text + ";\n";
  piece.read = "select pg_get_viewdef(" + as_regclass(view) + ")";
  return piece;
}

std::vector<Identifier> QuestionSql::view_columns(const ObjectId& id) const {
  if (const View* view = model_.get<View>(id)) return view->columns;
  if (const MaterializedView* view = model_.get<MaterializedView>(id)) return view->columns;
  return {};
}

std::string QuestionSql::create_table(const QuestionGroup& group,
                                      const std::string& elements) const {
  const TemporaryTable table = temporary_table(model_, group.relation, missing_);
  std::string all = table.columns;
  if (!all.empty() && !elements.empty()) all += ",\n";
  all += elements;
  std::string sql = "CREATE TEMP TABLE " + temporary(group.relation.name.text()) + " (" + all + ")";
  if (group.place == QuestionPlace::partitioned) {
    sql += " " + partition_clause(model_, group.relation);
  }
  return sql + ";\n";
}

std::string QuestionSql::script(const QuestionGroup& group) const {
  std::string elements;
  std::string statements;
  std::string reads;
  for (const std::size_t at : group.questions) {
    const Piece made = group.place == QuestionPlace::alone
                           ? lone_piece(at)
                           : table_piece(at, temporary(group.relation.name.text()));
    if (!made.element.empty()) elements += (elements.empty() ? "" : ",\n") + made.element;
    statements += made.statement;
    reads += (reads.empty() ? "select " : "union all select ") + std::to_string(at) + " as " +
             std::string(kQuestionColumn) + ", (" + made.read + ")\n";
  }
  std::string sql =
      "SAVEPOINT pgplumb_group;\n" + own_formats() + set_search_path(group.search_path);
  if (group.place != QuestionPlace::alone) sql += create_table(group, elements);
  sql += statements + "SET LOCAL search_path = '';\n" + pinned_formats() + ";\n";
  if (!reads.empty()) sql += reads + ";\n";
  return sql + "ROLLBACK TO SAVEPOINT pgplumb_group;\nRELEASE SAVEPOINT pgplumb_group;\n";
}

bool QuestionSql::can_ask(std::size_t at) const {
  const Question& question = questions_[at];
  const ExpressionContext& context = question.context;
  if (question.expression.empty()) return false;
  switch (context.role) {
    case ExpressionRole::default_value:
    case ExpressionRole::generated:
    case ExpressionRole::domain_default:
    case ExpressionRole::argument_default:
      if (!context.result.resolved()) return false;
      break;
    case ExpressionRole::domain_check:
      return model_.get<Domain>(object_id(ObjectKind::domain, context.relation)) != nullptr;
    case ExpressionRole::routine_body: return model_.get<Routine>(question.id) != nullptr;
    case ExpressionRole::rule_condition:
    case ExpressionRole::rule_action:
      if (model_.get<Rule>(question.id) == nullptr) return false;
      break;
    case ExpressionRole::partition_bound:
      return !partition_clause(model_, context.relation).empty();
    default: break;
  }
  return place_of(context.role) == QuestionPlace::alone ||
         model_.find_class(context.relation).has_value();
}

bool QuestionSql::scope_is_complete(const QuestionGroup& group) const {
  return group.place == QuestionPlace::alone ||
         temporary_table(model_, group.relation, missing_).complete;
}

// The part of the printed rule that the question is about: actions are known by what was written.
std::optional<std::string> QuestionSql::rule_answer(const Question& question,
                                                    std::string_view printed) const {
  const Rule& rule = *model_.get<Rule>(question.id);
  const RuleText text = rule_text(printed);
  if (text.actions.size() != rule.actions.size()) return std::nullopt;
  if (question.context.role == ExpressionRole::rule_condition) return text.condition;
  for (std::size_t at = 0; at < rule.actions.size(); ++at) {
    if (rule.actions[at].text == question.expression.text) return text.actions[at];
  }
  return std::nullopt;
}

std::optional<std::string> QuestionSql::answer(std::size_t at, std::string_view printed) const {
  const Question& question = questions_[at];
  std::string text(printed);
  switch (question.context.role) {
    case ExpressionRole::view_query: text = trimmed_query(printed); break;
    case ExpressionRole::trigger_when: text = trigger_condition(printed); break;
    case ExpressionRole::rule_condition:
    case ExpressionRole::rule_action: {
      const std::optional<std::string> part = rule_answer(question, printed);
      if (!part) return std::nullopt;
      text = *part;
      break;
    }
    case ExpressionRole::index_element:
    case ExpressionRole::exclusion_element:
    case ExpressionRole::statistics_element:
    case ExpressionRole::partition_key:
      if (!printed.starts_with('(') || !printed.ends_with(kIsNotNull)) return std::nullopt;
      text = printed.substr(1, printed.size() - 1 - kIsNotNull.size());
      break;
    default: break;
  }
  return without_temporary_space(text, question.context.relation);
}

}  // namespace pgplumb::introspect
