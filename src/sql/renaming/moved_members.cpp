#include "sql/renaming/moved_members.hpp"

#include <string_view>
#include <vector>

#include "schema/quote.hpp"
#include "sql/renaming/edits.hpp"
#include "sql/renaming/tokens.hpp"
#include "sql/tree.hpp"
#include "sql/walkable.hpp"

namespace pgplumb::sql::renaming {
namespace {

using Kind = ExtensionMember::Kind;

// Also inside of literals; no is certain.
bool may_name(std::string_view text, const std::string& name) {
  const bool plain = name.find_first_of("\"'") == std::string::npos;
  return !plain || text.find(name) != std::string_view::npos;
}

class MemberWalker {
 public:
  MemberWalker(const std::string& text, const Fragment& fragment, const ExtensionMove& move,
               const Catalog& before)
      : text_(text), fragment_(fragment), move_(move), before_(before) {}

  void walk(const Node* node) {
    if (node == nullptr) return;
    look_at(node);
    switch (nodeTag(node)) {
      case T_Alias:
      case T_RangeVar:
      case T_ColumnRef:
      case T_NotifyStmt: return;
      case T_ReturnStmt: return walk(reinterpret_cast<const ReturnStmt*>(node)->returnval);
      case T_PartitionBoundSpec: return bound(*reinterpret_cast<const PartitionBoundSpec*>(node));
      default: break;
    }
    if (!can_walk_statement(nodeTag(node))) {
      sure_ = false;
      return;
    }
    raw_expression_tree_walker(const_cast<Node*>(node), visit_child, this);
  }

  [[nodiscard]] MovedText result() const { return {edits_.applied_to(text_), sure_}; }

 private:
  static bool visit_child(Node* node, void* walker) {
    static_cast<MemberWalker*>(walker)->walk(node);
    return false;
  }

  void bound(const PartitionBoundSpec& spec) {
    for (const List* values : {spec.listdatums, spec.lowerdatums, spec.upperdatums}) {
      walk(reinterpret_cast<const Node*>(values));
    }
  }

  void look_at(const Node* node) {
    if (const auto* call = PGPLUMB_NODE_AS(node, FuncCall)) {
      named(Kind::routine, strings_of(call->funcname), call->location);
    } else if (const auto* type = PGPLUMB_NODE_AS(node, TypeName)) {
      named(Kind::type, strings_of(type->names), type->location);
    } else if (const auto* relation = PGPLUMB_NODE_AS(node, RangeVar)) {
      named(Kind::relation, names_of(*relation), relation->location);
    } else if (const auto* expression = PGPLUMB_NODE_AS(node, A_Expr)) {
      written_operator(strings_of(expression->name), expression->location);
    } else if (const auto* link = PGPLUMB_NODE_AS(node, SubLink)) {
      written_operator(strings_of(link->operName), link->location);
    } else if (const auto* sort = PGPLUMB_NODE_AS(node, SortBy)) {
      written_operator(strings_of(sort->useOp), sort->location);
    } else if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) {
      literal(*cast);
    }
  }

  [[nodiscard]] bool moves(Kind kind, const std::vector<std::string>& names) {
    if (names.size() < 2) return false;
    const auto answer =
        moves_along(move_, kind, qualified(names[names.size() - 2], names.back()), before_);
    if (answer == MovesAlong::unsure) sure_ = false;
    return answer == MovesAlong::yes;
  }

  void put(const Token& space) { edits_.replace(space.range, quote_identifier(move_.to)); }

  void named(Kind kind, const std::vector<std::string>& names, int location) {
    if (!moves(kind, names)) return;
    const std::vector<Token> parts =
        location < 0 ? std::vector<Token>() : name_at(text_, fragment_.offset_of(location));
    const bool found = parts.size() >= names.size() && parts[names.size() - 1].name == names.back();
    if (!found) {
      sure_ = false;
      return;
    }
    put(parts[names.size() - 2]);
  }

  // OPERATOR(space.+): the node tells where it begins.
  void written_operator(const std::vector<std::string>& names, int location) {
    if (!moves(Kind::operator_, names)) return;
    const Token word = location < 0 ? Token() : next_token(text_, fragment_.offset_of(location));
    const Token space = next_token(text_, next_token(text_, word.range.end).range.end);
    if (!word.is_word("operator") || space.name != move_.from.text()) {
      sure_ = false;
      return;
    }
    put(space);
  }

  // 'name'::regproc and its like hold the object, not its name.
  void literal(const TypeCast& cast) {
    const auto* constant = PGPLUMB_NODE_AS(cast.arg, A_Const);
    const std::vector<std::string> type = strings_of(cast.typeName->names);
    if (constant == nullptr || type.empty() || !type.back().starts_with("reg")) return;
    const Token value = next_token(text_, fragment_.offset_of(constant->location));
    const std::string_view written =
        std::string_view(text_).substr(value.range.begin, value.range.end - value.range.begin);
    if (may_name(written, move_.from.text())) sure_ = false;
  }

  const std::string& text_;
  const Fragment& fragment_;
  const ExtensionMove& move_;
  const Catalog& before_;
  Edits edits_;
  bool sure_ = true;
};

}  // namespace

MovedText with_moved_members(const std::string& text, FragmentKind kind, const ExtensionMove& move,
                             const Catalog& before) {
  // Most expressions name nothing there: a look at the letters saves parsing them.
  if (!may_name(text, move.from.text())) return {text, true};
  const Fragment fragment(text, kind);
  if (fragment.node() == nullptr) return {text, false};
  MemberWalker walker(text, fragment, move, before);
  walker.walk(fragment.node());
  return walker.result();
}

}  // namespace pgplumb::sql::renaming
