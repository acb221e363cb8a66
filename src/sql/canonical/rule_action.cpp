#include "sql/canonical/rule_action.hpp"
#include "sql/canonical/star_expansion.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "sql/canonical/analyse_action.hpp"
#include "sql/deparse.hpp"
#include "sql/fragment.hpp"
#include "sql/walkable.hpp"

namespace pgplumb::sql::canon {
namespace {

// Walks over a statement, notes what it names, and writes the namespaces of relations into it.
class ActionReader {
 public:
  ActionReader(Symbols& symbols, const Expression& action, const ExpressionContext& context)
      : symbols_(symbols), catalog_(symbols.catalog()), context_(context) {
    if (action.search_path) path_ = *action.search_path;
  }

  void read(const Node* statement) {
    visit(const_cast<Node*>(statement));
    for (RangeVar* relation : relations_) note_relation(*relation);
    for (const auto& [qualifier, column] : columns_) note_column(qualifier, column);
    for (const auto& [relation, number] : filled_) note_first(relation, number);
  }

  // Every name in it can only mean what the server would print for it.
  [[nodiscard]] bool certain() const { return certain_; }
  [[nodiscard]] const std::set<ObjectId>& references() const { return references_; }

 private:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  static bool visit_child(Node* node, void* reader) {
    if (node != nullptr) static_cast<ActionReader*>(reader)->visit(node);
    return false;
  }

  void visit(Node* node) {
    switch (nodeTag(node)) {
      case T_RangeVar: relations_.push_back(reinterpret_cast<RangeVar*>(node)); return;
      case T_ColumnRef: return column(*reinterpret_cast<const ColumnRef*>(node));
      case T_FuncCall:
        function(strings_of(reinterpret_cast<const FuncCall*>(node)->funcname));
        break;
      case T_TypeName: type(strings_of(reinterpret_cast<const TypeName*>(node)->names)); break;
      case T_A_Expr: operator_name(strings_of(reinterpret_cast<const A_Expr*>(node)->name)); break;
      case T_CommonTableExpr:
        common_tables_.insert(text_of(reinterpret_cast<const CommonTableExpr*>(node)->ctename));
        break;
      case T_InsertStmt: inserted(*reinterpret_cast<const InsertStmt*>(node)); break;
      case T_UpdateStmt: updated(*reinterpret_cast<const UpdateStmt*>(node)); break;
      case T_NotifyStmt: return;
      default: break;
    }
    if (can_walk_statement(nodeTag(node))) {
      raw_expression_tree_walker(node, visit_child, this);
    } else {
      certain_ = false;
    }
  }

  void column(const ColumnRef& reference) {
    const auto fields = items<Node>(reference.fields);
    const std::size_t last = fields.size() - 1;
    const std::string qualifier =
        last > 0 && nodeTag(fields[last - 1]) == T_String ? string_of(fields[last - 1]) : "";
    const bool star = nodeTag(fields[last]) == T_A_Star;
    columns_.emplace_back(qualifier, star ? std::string() : string_of(fields[last]));
  }

  void inserted(const InsertStmt& insert) {
    const std::string relation = text_of(insert.relation->relname);
    for (const ResTarget* target : items<ResTarget>(insert.cols)) {
      columns_.emplace_back(relation, text_of(target->name));
    }
    if (insert.cols != nullptr || insert.selectStmt == nullptr) return;
    const auto* select = PGPLUMB_NODE_AS(insert.selectStmt, SelectStmt);
    const std::size_t number = select != nullptr ? width_of(*select) : kAll;
    filled_.emplace_back(relation, number);
  }

  // Of how many columns the rows are; kAll where the text does not tell.
  static std::size_t width_of(const SelectStmt& select) {
    const SelectStmt* leaf = &select;
    while (leaf->larg != nullptr) leaf = leaf->larg;
    const bool values = leaf->valuesLists != nullptr;
    const List* row = values ? items<List>(leaf->valuesLists)[0] : leaf->targetList;
    for (const Node* one : items<Node>(row)) {
      const auto* target = PGPLUMB_NODE_AS(one, ResTarget);
      const Node* value = target != nullptr ? target->val : one;
      if (may_be_several(value)) return kAll;
    }
    return items<Node>(row).size();
  }

  static bool may_be_several(const Node* value) {
    const auto is_star = [](const List* fields) {
      const auto all = items<Node>(fields);
      return all.size() > 0 && nodeTag(all[all.size() - 1]) == T_A_Star;
    };
    if (const auto* column = PGPLUMB_NODE_AS(value, ColumnRef)) return is_star(column->fields);
    const auto* picked = PGPLUMB_NODE_AS(value, A_Indirection);
    return picked != nullptr && is_star(picked->indirection);
  }

  void updated(const UpdateStmt& update) {
    for (const ResTarget* target : items<ResTarget>(update.targetList)) {
      columns_.emplace_back(text_of(update.relation->relname), text_of(target->name));
    }
  }

  // A user's routine may be what a bare name means, whatever the server prints for another one.
  void function(const std::vector<std::string>& names) {
    if (names.size() > 1) return add_routines(qualified(names[names.size() - 2], names.back()));
    for (const std::string& space : path_) {
      if (!symbols_.routines(space, names.back()).empty()) certain_ = false;
      add_routines(qualified(space, names.back()));
    }
  }

  void add_routines(const QualifiedName& name) {
    for (const ObjectId& id : catalog_.find_routines(name)) references_.insert(id);
  }

  void operator_name(const std::vector<std::string>& names) {
    if (names.size() != 1) return;
    for (const std::string& space : path_) {
      if (!symbols_.operators(space, names.back()).empty()) certain_ = false;
    }
  }

  void type(const std::vector<std::string>& names) {
    if (names.empty()) return;
    if (names.size() > 1) {
      const auto id = catalog_.find_type(qualified(names[names.size() - 2], names.back()));
      if (id) references_.insert(*id);
      return;
    }
    for (const std::string& space : path_) {
      const auto id = catalog_.find_type(qualified(space, names.back()));
      if (!id) continue;
      references_.insert(*id);
      certain_ = false;
    }
  }

  void note_relation(RangeVar& relation) {
    const std::string name = text_of(relation.relname);
    const std::string alias = relation.alias != nullptr ? text_of(relation.alias->aliasname) : name;
    if (relation.schemaname == nullptr && common_tables_.contains(name)) return;
    std::optional<ObjectId> id;
    if (relation.schemaname != nullptr) {
      id = catalog_.find_class(qualified(relation.schemaname, name));
    } else {
      for (const std::string& space : path_) {
        id = catalog_.find_class(qualified(space, name));
        if (!id) continue;
        relation.schemaname = pstrdup(space.c_str());
        break;
      }
    }
    if (!id) return;
    references_.insert(*id);
    items_.emplace(alias, *id);
    if (alias != name) items_.emplace(name, *id);
  }

  void add_column(const ObjectId& relation, const std::string& name) {
    if (relation.subject) return;
    for (const ObjectId& id : catalog_.parts_of(relation, ObjectKind::attribute)) {
      if (name.empty() || id.member == name) references_.insert(id);
    }
  }

  void note_first(const std::string& relation, std::size_t number) {
    for (const auto& [item, id] : items_) {
      if (item != relation || id.subject) continue;
      const auto columns = catalog_.attributes_of(id);
      for (std::size_t at = 0; at < std::min(number, columns.size()); ++at) {
        references_.insert(columns[at]);
      }
    }
  }

  void note_column(const std::string& qualifier, const std::string& name) {
    if (qualifier == "new" || qualifier == "old") {
      if (const auto id = catalog_.find_class(context_.relation)) add_column(*id, name);
      return;
    }
    for (const auto& [item, id] : items_) {
      if (qualifier.empty() || qualifier == item) add_column(id, name);
    }
  }

  Symbols& symbols_;
  const Catalog& catalog_;
  const ExpressionContext& context_;
  SearchPath path_;
  std::vector<RangeVar*> relations_;
  std::vector<std::pair<std::string, std::string>> columns_;  // qualifier, name; "" = all
  // INSERT without a list of columns: relation, and how many of its columns get a value.
  std::vector<std::pair<std::string, std::size_t>> filled_;
  std::set<std::string> common_tables_;
  std::multimap<std::string, ObjectId> items_;
  std::set<ObjectId> references_;
  bool certain_ = true;
};

}  // namespace

namespace {

Expression printed(const std::string& text) {
  Expression expression;
  expression.text = text;
  expression.from_server = true;
  return expression;
}

// False when the statement's form is not analysed, or something in it is not known.
bool analyse(Symbols& symbols, Expression& action, const Fragment& statement,
             const ExpressionContext& context) {
  Analyser analyser(symbols, action.search_path.get(), action.from_server);
  const std::string text = analyse_action(analyser, symbols.catalog(), action.search_path.get(),
                                          statement.node(), context);
  if (text.empty() || !analyser.closed() || analyser.lossy()) return false;
  const Expression whole = printed(text);
  const Fragment fragment(whole.text, FragmentKind::rule_action);
  if (fragment.node() == nullptr) return false;
  action.canonical = text;
  action.closed = true;
  // `*` means the columns of the moment at which the rule is made.
  if (!action.from_server && !analyser.stars().empty()) {
    action.text = with_stars_expanded(action.text, statement, analyser.stars());
  }
  // The same on both sides: from the canonical text, which leaves no name and no column to be told.
  std::set<ObjectId> references = analyser.references();
  ActionReader reader(symbols, whole, context);
  reader.read(fragment.node());
  references.insert(reader.references().begin(), reader.references().end());
  action.references.assign(references.begin(), references.end());
  return true;
}

}  // namespace

void canonicalize_action(Symbols& symbols, Expression& action, const ExpressionContext& context) {
  const Fragment fragment(action.text, FragmentKind::rule_action);
  if (fragment.node() == nullptr) return;
  const Fragment untouched(action.text, FragmentKind::rule_action);
  ActionReader reader(symbols, action, context);
  reader.read(fragment.node());
  action.references.assign(reader.references().begin(), reader.references().end());
  if (analyse(symbols, action, untouched, context)) return;
  action.closed = nodeTag(fragment.node()) == T_NotifyStmt;
  if (action.from_server || reader.certain()) {
    action.canonical = deparse_statement(fragment.node());
  }
}

namespace {

void read_body(const Node* body, Symbols& symbols, const Expression& whole,
               const ExpressionContext& context, std::set<ObjectId>& references) {
  if (body == nullptr) return;  // BEGIN ATOMIC END
  if (nodeTag(body) == T_List) {
    for (const Node* part : items<Node>(reinterpret_cast<const List*>(body))) {
      read_body(part, symbols, whole, context, references);
    }
    return;
  }
  const auto* returned = PGPLUMB_NODE_AS(body, ReturnStmt);
  ActionReader reader(symbols, whole, context);
  reader.read(returned != nullptr ? returned->returnval : body);
  references.insert(reader.references().begin(), reader.references().end());
}

}  // namespace

bool canonicalize_body(Symbols& symbols, Expression& body, const ExpressionContext& context) {
  body.canonical = body.text;
  const Fragment fragment(body.text, FragmentKind::routine_body);
  if (fragment.node() == nullptr) return false;
  std::set<ObjectId> references;
  read_body(fragment.node(), symbols, body, context, references);
  body.references.assign(references.begin(), references.end());
  return true;
}

}  // namespace pgplumb::sql::canon
