#include "sql/fragment.hpp"

#include <memory>

#include "sql/limits.hpp"
#include "sql/raw_parser.hpp"
#include "sql/scanner.hpp"

namespace pgplumb::sql {
namespace {

constexpr std::string_view kBoundPrefix = "ALTER TABLE a ATTACH PARTITION b ";
constexpr std::string_view kBodyPrefix = "CREATE FUNCTION a() RETURNS int4 ";

std::string_view prefix_of(FragmentKind kind) {
  switch (kind) {
    case FragmentKind::partition_bound: return kBoundPrefix;
    case FragmentKind::routine_body: return kBodyPrefix;
    default: return "";
  }
}

bool may_hold_comment(std::string_view text) {
  return text.find("--") != std::string_view::npos || text.find("/*") != std::string_view::npos;
}

// The text without comments, in equal length; empty when it is no single statement or too deep.
std::string readable(std::string text) {
  if (text.find('\0') != std::string::npos) return {};
  if (text.size() < kMaxDepth && !may_hold_comment(text)) return text;
  const Scan scanned = scan(std::make_shared<const SourceText>("", text));
  if (scanned.statements.size() != 1 || scanned.statements[0].depth > kMaxDepth) return {};
  const ScannedStatement& statement = scanned.statements[0];
  const SourceSpan& span = statement.text.span;
  std::string plain(span.begin, ' ');
  return plain += blanked(text, {span.begin, span.end}, statement.blanks);
}

const Node* only_statement(const List* tree) {
  return items<RawStmt>(tree).size() == 1 ? items<RawStmt>(tree)[0]->stmt : nullptr;
}

// What a target list holds when it is one expression and nothing else.
const Node* only_target(const Node* statement) {
  const auto* select = PGPLUMB_NODE_AS(statement, SelectStmt);
  if (select == nullptr || items<Node>(select->targetList).size() != 1) return nullptr;
  if (select->fromClause || select->whereClause || select->groupClause || select->havingClause ||
      select->windowClause || select->sortClause || select->limitCount || select->limitOffset ||
      select->lockingClause || select->distinctClause || select->op != SETOP_NONE) {
    return nullptr;
  }
  const ResTarget* target = items<ResTarget>(select->targetList)[0];
  return target->name == nullptr ? target->val : nullptr;
}

const Node* bound_of(const Node* statement) {
  const auto* alter = PGPLUMB_NODE_AS(statement, AlterTableStmt);
  if (alter == nullptr || items<Node>(alter->cmds).size() != 1) return nullptr;
  const auto* command = items<AlterTableCmd>(alter->cmds)[0];
  const auto* partition = PGPLUMB_NODE_AS(command->def, PartitionCmd);
  return partition ? reinterpret_cast<const Node*>(partition->bound) : nullptr;
}

const Node* body_of(const Node* statement) {
  const auto* create = PGPLUMB_NODE_AS(statement, CreateFunctionStmt);
  return create ? create->sql_body : nullptr;
}

bool is_rule_action(const Node* statement) {
  if (statement == nullptr) return false;
  switch (nodeTag(statement)) {
    case T_SelectStmt:
    case T_InsertStmt:
    case T_UpdateStmt:
    case T_DeleteStmt:
    case T_NotifyStmt: return true;
    default: return false;
  }
}

const Node* node_of(FragmentKind kind, const Node* statement) {
  switch (kind) {
    case FragmentKind::expression: return only_target(statement);
    case FragmentKind::query:
      return statement != nullptr && nodeTag(statement) == T_SelectStmt ? statement : nullptr;
    case FragmentKind::partition_bound: return bound_of(statement);
    case FragmentKind::rule_action: return is_rule_action(statement) ? statement : nullptr;
    case FragmentKind::routine_body: return body_of(statement);
  }
  return nullptr;
}

}  // namespace

FragmentKind fragment_kind(ExpressionRole role) {
  switch (role) {
    case ExpressionRole::view_query: return FragmentKind::query;
    case ExpressionRole::partition_bound: return FragmentKind::partition_bound;
    case ExpressionRole::routine_body: return FragmentKind::routine_body;
    case ExpressionRole::rule_action: return FragmentKind::rule_action;
    default: return FragmentKind::expression;
  }
}

Fragment::Fragment(std::string_view text, FragmentKind kind) : shift_(prefix_of(kind).size()) {
  const std::string whole = readable(std::string(prefix_of(kind)).append(text));
  if (whole.empty()) return;
  const bool target = kind == FragmentKind::expression;
  const RawParseResult parsed =
      raw_parse(whole, target ? ParseMode::target_list : ParseMode::statements);
  if (!parsed.error) node_ = node_of(kind, only_statement(parsed.tree));
}

TypeFragment::TypeFragment(const std::string& text) {
  const std::string whole = readable(text);
  if (whole.empty()) return;
  const RawParseResult parsed = raw_parse(whole, ParseMode::type_name);
  if (parsed.error || items<Node>(parsed.tree).size() != 1) return;
  node_ = PGPLUMB_NODE_AS(items<Node>(parsed.tree)[0], TypeName);
}

}  // namespace pgplumb::sql
