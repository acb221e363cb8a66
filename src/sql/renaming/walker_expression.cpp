#include <algorithm>
#include <array>

#include "schema/quote.hpp"
#include "sql/renaming/walker.hpp"
#include "sql/types.hpp"
#include "sql/walkable.hpp"

namespace pgplumb::sql::renaming {
namespace {

// Functions whose bare text argument is taken as regclass.
bool takes_regclass(const std::vector<std::string>& names) {
  constexpr std::array kNames = {"currval", "nextval", "setval"};
  return std::find(kNames.begin(), kNames.end(), names.back()) != kNames.end();
}

bool is_text(const Node* node) {
  const auto* constant = PGPLUMB_NODE_AS(node, A_Const);
  return constant != nullptr && !constant->isnull && nodeTag(&constant->val) == T_String;
}

std::vector<std::string> names_in(const std::vector<Token>& parts) {
  std::vector<std::string> names;
  for (const Token& part : parts) names.push_back(part.name);
  return names;
}

}  // namespace

Walker::Walker(std::string_view text, const Fragment& fragment, const Subject& subject,
               const RowTypes& rows, bool new_name_taken)
    : text_(text),
      fragment_(fragment),
      subject_(subject),
      rows_(rows),
      new_name_taken_(new_name_taken) {}

bool Walker::visit_child(Node* node, void* walker) {
  static_cast<Walker*>(walker)->expression(node);
  return false;
}

void Walker::expression(const Node* node) {
  if (node == nullptr) return;
  switch (nodeTag(node)) {
    case T_ColumnRef: return column(*reinterpret_cast<const ColumnRef*>(node));
    case T_SelectStmt: return sub_select(node);
    case T_FuncCall: call(*reinterpret_cast<const FuncCall*>(node)); break;
    case T_TypeCast: cast(*reinterpret_cast<const TypeCast*>(node)); break;
    case T_TypeName: type_name(*reinterpret_cast<const TypeName*>(node)); break;
    case T_A_Expr: operator_name(*reinterpret_cast<const A_Expr*>(node)); break;
    case T_CollateClause: collation_name(*reinterpret_cast<const CollateClause*>(node)); break;
    case T_A_Indirection: indirection(*reinterpret_cast<const A_Indirection*>(node)); break;
    default: break;
  }
  if (!can_walk(nodeTag(node))) return unsure();
  const auto* sublink = PGPLUMB_NODE_AS(node, SubLink);
  const Restored exists(in_exists_, sublink != nullptr && sublink->subLinkType == EXISTS_SUBLINK);
  raw_expression_tree_walker(const_cast<Node*>(node), visit_child, this);
}

std::vector<Token> Walker::parts_at(int location, const std::vector<std::string>& names) {
  if (location < 0) return {};
  std::vector<Token> parts = name_at(text_, offset_of(location));
  if (parts.size() < names.size()) return {};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (parts[i].name != names[i]) return {};
  }
  return parts;
}

void Walker::write_name(const std::vector<Token>& parts) {
  const ObjectId& after = subject_.after();
  if (parts.size() == 1) {
    const bool bare = !subject_.needs_namespace();
    edits_.replace(parts[0].range,
                   bare ? quote_identifier(after.name) : quote_qualified(after.qualified_name()));
    return;
  }
  edits_.replace(parts[parts.size() - 2].range, quote_identifier(after.space));
  edits_.replace(parts.back().range, quote_identifier(after.name));
}

void Walker::write_namespace(const std::vector<Token>& parts, std::size_t names) {
  if (names < 2 || parts.size() < names || parts[names - 2].name != subject_.before().name) return;
  edits_.replace(parts[names - 2].range, quote_identifier(subject_.after().name));
}

void Walker::column(const ColumnRef& column) {
  std::vector<std::string> fields = strings_of(column.fields);
  const bool star = nodeTag(items<Node>(column.fields)[fields.size() - 1]) == T_A_Star;
  if (star) fields.pop_back();
  if (subject_.is_attribute()) {
    if (!star) column_of_subject(column, fields);
  } else if (subject_.is_namespace()) {
    // space.relation.column, space.relation.*
    const std::size_t names = star ? fields.size() : fields.size() - 1;
    if (names >= 2) write_namespace(parts_at(column.location, fields), names);
  } else if (subject_.is_relation()) {
    if (fields.size() == 1 && !star) return whole_row(column, fields[0]);
    if (!fields.empty()) qualifier(column, fields, star);
  }
}

void Walker::column_of_subject(const ColumnRef& column, const std::vector<std::string>& fields) {
  if (fields.size() == 1) return bare_column(column, fields[0]);
  if (fields.back() != subject_.before().member) return;
  const std::string space = fields.size() > 2 ? fields[fields.size() - 3] : std::string();
  const Item* item = find_item(scope_, fields[fields.size() - 2], space);
  if (item == nullptr || !item->column) return;
  const std::vector<Token> parts = parts_at(column.location, fields);
  if (parts.empty()) return unsure();
  edits_.replace(parts.back().range, quote_identifier(subject_.after().member));
  renamed_.insert(reinterpret_cast<const Node*>(&column));
}

void Walker::bare_column(const ColumnRef& column, const std::string& name) {
  const std::string& before = subject_.before().member;
  const std::string& after = subject_.after().member;
  if (name != before && name != after) return;
  const FoundColumn found = find_column(scope_, name);
  if (found.item == nullptr) return;
  const bool meant = found.item->column && name == before;
  // Another column that is called like the new name needs its qualifier from now on.
  const bool hidden_now = name == after && !found.item->subject;
  if (!meant && !hidden_now) return;
  if (found.unsure) unsure();
  const std::vector<Token> parts = parts_at(column.location, {name});
  if (parts.empty()) return unsure();
  if (hidden_now) {
    const auto has_subject = [&](const Scope* scope) {
      return std::any_of(scope->items.begin(), scope->items.end(),
                         [](const Item& item) { return item.column; });
    };
    for (const Scope* scope = scope_; scope != found.scope->outer; scope = scope->outer) {
      if (!has_subject(scope)) continue;
      edits_.replace(parts[0].range,
                     quote_identifier(found.item->name) + "." + quote_identifier(name));
    }
    return;
  }
  const bool qualified = is_ambiguous(scope_, found, after);
  edits_.replace(parts[0].range,
                 (qualified ? quote_identifier(found.item->name) + "." : std::string()) +
                     quote_identifier(after));
  renamed_.insert(reinterpret_cast<const Node*>(&column));
}

void Walker::qualifier(const ColumnRef& column, const std::vector<std::string>& fields, bool star) {
  const std::size_t at = star ? fields.size() - 1 : fields.size() - 2;
  const std::string space = at > 0 ? fields[at - 1] : std::string();
  if (fields[at] != subject_.before().name) return;
  const Item* item = find_item(scope_, fields[at], space);
  if (item == nullptr || !item->subject || item->aliased) return;
  const std::vector<Token> parts = parts_at(column.location, fields);
  if (parts.empty()) return unsure();
  edits_.replace(parts[at].range, quote_identifier(subject_.after().name));
  if (at > 0) edits_.replace(parts[at - 1].range, quote_identifier(subject_.after().space));
}

void Walker::whole_row(const ColumnRef& column, const std::string& name) {
  if (name != subject_.before().name) return;
  const Item* item = find_item(scope_, name, {});
  if (item == nullptr || !item->subject || item->aliased) return;
  const FoundColumn found = find_column(scope_, name);
  if (found.item != nullptr) return;
  if (found.unsure) unsure();
  const std::vector<Token> parts = parts_at(column.location, {name});
  if (parts.empty()) return unsure();
  edits_.replace(parts[0].range, quote_identifier(subject_.after().name));
  renamed_.insert(reinterpret_cast<const Node*>(&column));
}

void Walker::call(const FuncCall& call) {
  const std::vector<std::string> names = strings_of(call.funcname);
  const auto arguments = items<Node>(call.args);
  if (!arguments.empty() && is_text(arguments[0]) && takes_regclass(names)) {
    name_in_literal(*reinterpret_cast<const A_Const*>(arguments[0]), "regclass");
  }
  if (subject_.is_namespace()) {
    return write_namespace(parts_at(call.location, names), names.size());
  }
  const Answer answer = subject_.is_routine_name(names, arguments.size());
  if (answer == Answer::no) return;
  const std::vector<Token> parts = parts_at(call.location, names);
  if (answer == Answer::unsure || parts.empty()) return unsure();
  write_name(parts);
  renamed_.insert(reinterpret_cast<const Node*>(&call));
}

void Walker::cast(const TypeCast& cast) {
  if (!is_text(cast.arg)) return;
  const std::vector<std::string> type = strings_of(cast.typeName->names);
  name_in_literal(*reinterpret_cast<const A_Const*>(cast.arg), type.back());
}

void Walker::type_name(const TypeName& type) {
  std::vector<std::string> names = strings_of(type.names);
  if (type.pct_type) {
    if (mentions(text_, subject_.before().name) || subject_.is_attribute()) unsure();
    return;
  }
  if (subject_.is_namespace()) {
    return write_namespace(parts_at(type.location, names), names.size());
  }
  const Answer answer = subject_.is_type_name(names);
  if (answer == Answer::no) return;
  const std::vector<Token> parts = parts_at(type.location, names);
  if (answer == Answer::unsure || parts.empty()) return unsure();
  write_name(parts);
  renamed_.insert(reinterpret_cast<const Node*>(&type));
}

// OPERATOR(space.+): the node tells where the operator begins.
void Walker::operator_name(const A_Expr& expression) {
  if (subject_.before().kind == ObjectKind::operator_) {
    return moved_operator(expression, strings_of(expression.name));
  }
  const std::vector<std::string> names = strings_of(expression.name);
  if (!subject_.is_namespace() || names.size() < 2 || names[0] != subject_.before().name) return;
  if (expression.location < 0) return unsure();
  const Token word = next_token(text_, offset_of(expression.location));
  const Token parenthesis = next_token(text_, word.range.end);
  const Token space = next_token(text_, parenthesis.range.end);
  if (!word.is_word("operator") || space.name != names[0]) return unsure();
  edits_.replace(space.range, quote_identifier(subject_.after().name));
}

// An operator that moves to another namespace. Overloads: their types decide.
void Walker::moved_operator(const A_Expr& expression, const std::vector<std::string>& names) {
  const std::string& name = subject_.before().name;
  if (names.empty() || names.back() != name || expression.location < 0) return;
  if (names.size() > 1 && names[names.size() - 2] != subject_.before().space) return;
  const std::string moved =
      "OPERATOR(" + quote_identifier(subject_.after().space) + "." + name + ")";
  const std::size_t begin = offset_of(expression.location);
  const bool only = subject_.catalog()
                        .find_named(ObjectKind::operator_, subject_.before().qualified_name())
                        .size() == 1;
  const std::size_t end = names.size() > 1 ? text_.find(')', begin) + 1 : begin + name.size();
  const bool whole = names.size() > 1 ? end != 0 : text_.substr(begin, name.size()) == name;
  if (!only || !whole) return unsure();
  edits_.replace({begin, end}, moved);
}

void Walker::collation_name(const CollateClause& collate) {
  const std::vector<std::string> names = strings_of(collate.collname);
  if (subject_.is_collation_name(names)) {
    if (collate.location < 0) return unsure();
    const Token first = next_token(text_, next_token(text_, offset_of(collate.location)).range.end);
    const QualifiedName after = subject_.after().qualified_name();
    std::size_t end = first.range.end;
    for (std::size_t i = 1; i < names.size(); ++i) {
      end = next_token(text_, next_token(text_, end).range.end).range.end;
    }
    return edits_.replace({first.range.begin, end}, quote_qualified(after));
  }
  if (!subject_.is_namespace() || names.size() < 2 || names[0] != subject_.before().name) return;
  if (collate.location < 0) return unsure();
  const Token word = next_token(text_, offset_of(collate.location));
  const Token space = next_token(text_, word.range.end);
  if (!word.is_word("collate") || space.name != names[0]) return unsure();
  edits_.replace(space.range, quote_identifier(subject_.after().name));
}

// (row).column: one past the row, whose parentheses follow.
std::optional<std::size_t> Walker::end_of_row(const Node* row) const {
  if (const auto* column = PGPLUMB_NODE_AS(row, ColumnRef)) {
    const std::vector<Token> parts = name_at(text_, offset_of(column->location));
    return parts.empty() ? std::nullopt : std::optional(parts.back().range.end);
  }
  if (const auto* call = PGPLUMB_NODE_AS(row, FuncCall)) {
    const bool plain =
        call->over == nullptr && call->agg_filter == nullptr && !call->agg_within_group;
    if (!plain) return std::nullopt;
    return closing_end(text_, offset_of(call->location));
  }
  const auto* access = PGPLUMB_NODE_AS(row, A_Indirection);
  if (access == nullptr) return std::nullopt;
  return end_of_steps(*access, items<Node>(access->indirection).size());
}

// One past the first `steps` of them. Subscripts are left alone.
std::optional<std::size_t> Walker::end_of_steps(const A_Indirection& access,
                                                std::size_t steps) const {
  auto at = end_of_row(access.arg);
  const auto all = items<Node>(access.indirection);
  for (std::size_t i = 0; at && i < steps; ++i) {
    Token token = next_token(text_, *at);
    while (token.is_symbol(")")) token = next_token(text_, token.range.end);
    const Token name = next_token(text_, token.range.end);
    const bool field = nodeTag(all[i]) == T_String && token.is_symbol(".") && name.is_name();
    if (!field) return std::nullopt;
    at = name.range.end;
  }
  return at;
}

std::optional<Token> Walker::field_at(const A_Indirection& access, std::size_t step) const {
  const auto begin = end_of_steps(access, step);
  if (!begin) return std::nullopt;
  Token token = next_token(text_, *begin);
  while (token.is_symbol(")")) token = next_token(text_, token.range.end);
  const Token name = next_token(text_, token.range.end);
  const bool found =
      token.is_symbol(".") && name.is_name() && name.name == subject_.before().member;
  return found ? std::optional(name) : std::nullopt;
}

void Walker::indirection(const A_Indirection& access) {
  if (!subject_.is_attribute()) return;
  const auto steps = items<Node>(access.indirection);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (string_of(steps[i]) != subject_.before().member) continue;
    const Answer answer = rows_.holds(row_place(access, i), subject_.before());
    if (answer == Answer::no) continue;
    const auto token = answer == Answer::yes ? field_at(access, i) : std::nullopt;
    if (!token) return unsure();
    edits_.replace(token->range, quote_identifier(subject_.after().member));
    if (i + 1 == steps.size()) renamed_.insert(reinterpret_cast<const Node*>(&access));
  }
}

// 'name'::regclass and its like hold the object, not its name.
void Walker::name_in_literal(const A_Const& constant, const std::string& type) {
  const std::string content = text_of(constant.val.sval.sval);
  const std::vector<Token> parts = name_at(content, 0);
  if (parts.empty() || constant.location < 0) return;
  const std::vector<std::string> names = names_in(parts);
  const bool whole = parts.back().range.end == content.size();
  Edits inside;
  const bool relation = type == "regclass" && subject_.is_class_name(names) == Answer::yes;
  const bool data_type = type == "regtype" && subject_.is_type_name(names) == Answer::yes;
  const bool routine = (type == "regproc" || type == "regprocedure") && subject_.is_routine() &&
                       names.back() == subject_.before().name;
  if (routine || ((relation || data_type) && !whole)) return unsure();
  if (relation || data_type) {
    const QualifiedName after = subject_.after().qualified_name();
    const bool bare = parts.size() == 1 && !subject_.needs_namespace();
    inside.replace({0, content.size()},
                   bare ? quote_identifier(after.name) : quote_qualified(after));
  } else if (subject_.is_namespace() && type == "regnamespace" && names.size() == 1) {
    if (names[0] != subject_.before().name) return;
    inside.replace(parts[0].range, quote_identifier(subject_.after().name));
  } else if (subject_.is_namespace() && type.starts_with("reg") && names.size() > 1) {
    if (names[names.size() - 2] != subject_.before().name) return;
    inside.replace(parts[names.size() - 2].range, quote_identifier(subject_.after().name));
  }
  if (inside.empty()) return;
  const Token literal = next_token(text_, offset_of(constant.location));
  if (literal.kind != Token::Kind::literal) return unsure();
  edits_.replace(literal.range, quote_literal(inside.applied_to(content)));
}

void Walker::partition_bound(const PartitionBoundSpec& bound) {
  for (const List* values : {bound.listdatums, bound.lowerdatums, bound.upperdatums}) list(values);
}

}  // namespace pgplumb::sql::renaming
