#include "sql/canonical/from_clause.hpp"

#include <algorithm>
#include <set>

#include "sql/canonical/names.hpp"
#include "sql/deparse.hpp"
#include "sql/output_name.hpp"

namespace pgplumb::sql::canon {
namespace {

template <typename T>
const T* as(const Node* node) {
  return reinterpret_cast<const T*>(node);
}

std::string alias_of(const Alias* alias) {
  return alias == nullptr ? std::string() : text_of(alias->aliasname);
}

std::string function_name(const RangeFunction* node) {
  const auto functions = items<List>(node->functions);
  if (functions.size() == 0) return {};
  const Node* call = items<Node>(functions[0])[0];
  if (const auto* function = PGPLUMB_NODE_AS(call, FuncCall)) {
    const auto names = items<Node>(function->funcname);
    return string_of(names[names.size() - 1]);
  }
  return output_name(call).name;
}

// A second column "name" is printed as "name_1".
void make_unique(Columns& columns) {
  std::set<std::string> taken;
  for (Column& column : columns) {
    std::string name = column.name;
    for (int number = 1; !taken.insert(name).second; ++number) {
      name = numbered_name(column.name, number);
    }
    column.name = std::move(name);
  }
}

bool are_unique(const Columns& columns) {
  std::set<std::string> names;
  return std::ranges::all_of(
      columns, [&](const Column& column) { return names.insert(column.name).second; });
}

// How many columns there are up to the last one that has another name than its own.
std::size_t renamed(const RangeEntry& entry, const Columns& own) {
  std::size_t count = entry.columns.size();
  while (count > 0 && count <= own.size() && entry.columns[count - 1].name == own[count - 1].name) {
    --count;
  }
  return count;
}

}  // namespace

// The names that the server would print: those taken by queries around this one get a number.
void FromClause::name_item(const Node* node, const Alias* alias, const std::string& otherwise) {
  const std::string wanted = alias != nullptr ? alias_of(alias) : otherwise;
  if (wanted.empty()) return;
  const auto is_taken = [&](const std::string& name) {
    for (const Scope* scope = &scope_; scope != nullptr; scope = scope->enclosing) {
      if (scope->taken.count(name) != 0) return true;
    }
    return false;
  };
  std::string name = wanted;
  for (int number = 1; is_taken(name); ++number) name = numbered_name(wanted, number);
  scope_.taken.insert(name);
  scope_.printed[node] = name;
}

void FromClause::name_items(const Node* node) {
  switch (nodeTag(node)) {
    case T_RangeVar: {
      const auto* var = as<RangeVar>(node);
      return name_item(node, var->alias, text_of(var->relname));
    }
    case T_RangeSubselect:
      return name_item(node, as<RangeSubselect>(node)->alias, "unnamed_subquery");
    case T_RangeFunction: {
      const auto* function = as<RangeFunction>(node);
      return name_item(node, function->alias, function_name(function));
    }
    case T_RangeTableFunc: return name_item(node, as<RangeTableFunc>(node)->alias, "xmltable");
    case T_RangeTableSample: return name_items(as<RangeTableSample>(node)->relation);
    case T_JoinExpr: {
      const auto* join = as<JoinExpr>(node);
      name_items(join->larg);
      name_items(join->rarg);
      if (join->alias != nullptr) name_item(node, join->alias, {});
      return;
    }
    default: return;
  }
}

std::string FromClause::printed_name(const Node* node) const {
  const auto found = scope_.printed.find(node);
  return found == scope_.printed.end() ? std::string() : found->second;
}

void FromClause::assign_names(const List* from) {
  for (const Node* node : items<Node>(from)) name_items(node);
}

std::string FromClause::run(const List* from) {
  std::string text;
  for (const Node* node : items<Node>(from)) {
    if (!text.empty()) text += ", ";
    text += item(node).text;
  }
  return text;
}

FromClause::Item FromClause::item(const Node* node) {
  if (++a_.depth_ > 600) {
    a_.leave_out("nesting");
    --a_.depth_;
    return {"(...)", {}, false};
  }
  Item result;
  switch (nodeTag(node)) {
    case T_RangeVar: result = range_var(as<RangeVar>(node)); break;
    case T_RangeSubselect: result = subselect(as<RangeSubselect>(node)); break;
    case T_RangeFunction: result = function(as<RangeFunction>(node)); break;
    case T_JoinExpr: result = join(as<JoinExpr>(node)); break;
    case T_RangeTableSample: result = sample(as<RangeTableSample>(node)); break;
    case T_RangeTableFunc: result = unsupported(node, as<RangeTableFunc>(node)->alias); break;
    default: result = unsupported(node, nullptr); break;
  }
  --a_.depth_;
  return result;
}

FromClause::Item FromClause::unsupported(const Node* node, const Alias* alias) {
  a_.leave_out("item of FROM");
  RangeEntry entry;
  entry.name = alias_of(alias);
  entry.printed = printed_name(node);
  entry.columns_known = false;
  scope_.entries.push_back(entry);
  return {"(...) " + quoted_name(entry.printed), {}, false};
}

QualifiedName FromClause::resolve(const RangeVar* node, bool& found) {
  found = true;
  const std::string name = text_of(node->relname);
  if (node->schemaname != nullptr) return qualified(node->schemaname, name);
  for (const std::string& space : a_.path_) {
    const QualifiedName candidate = qualified(space, name);
    if (a_.symbols_.catalog().find_class(candidate) ||
        (space == "pg_catalog" && a_.symbols_.columns_of(candidate) != nullptr)) {
      return candidate;
    }
  }
  found = false;
  return qualified("", name);
}

bool FromClause::common_table(const RangeVar* node, RangeEntry& entry) {
  if (node->schemaname != nullptr) return false;
  for (const Scope* scope = &scope_; scope != nullptr; scope = scope->enclosing) {
    for (auto table = scope->common_tables.rbegin(); table != scope->common_tables.rend();
         ++table) {
      if (table->name != text_of(node->relname)) continue;
      entry.columns = table->columns;
      entry.columns_known = table->columns_known;
      for (Column& column : entry.columns) column.text.clear();
      return true;
    }
  }
  return false;
}

FromClause::Item FromClause::range_var(const RangeVar* node) {
  RangeEntry entry;
  if (common_table(node, entry)) {
    entry.name = text_of(node->relname);
    return finish(std::move(entry), quoted_name(text_of(node->relname)),
                  as<Node>(reinterpret_cast<const Node*>(node)), node->alias, false);
  }
  bool found = false;
  const QualifiedName relation = resolve(node, found);
  entry = a_.relation_entry(relation);
  entry.lockable = true;
  entry.columns = entry.all_columns();
  entry.shared_columns = nullptr;
  const auto id = a_.symbols_.catalog().find_class(relation);
  if (id) a_.refer(*id);
  if (!entry.columns_known) a_.open("relation " + entry.name);
  std::string text = quote_qualified(relation);
  if (!node->inh) text = "ONLY " + text;
  return finish(std::move(entry), std::move(text), reinterpret_cast<const Node*>(node), node->alias,
                false);
}

FromClause::Item FromClause::sample(const RangeTableSample* node) {
  Item result = item(node->relation);
  const auto names = items<Node>(node->method);
  const std::string method = string_of(names[names.size() - 1]);
  if (method != "system" && method != "bernoulli") a_.open("sampling method " + method);
  const auto number = [&](const Node* written, const TypeInfo* type) {
    const Value value = a_.coerce(a_.expression(written), type, {}, CastContext::implicit);
    levels_ |= value.levels;
    return value.text;
  };
  std::string list;
  for (const Node* argument : items<Node>(node->args)) {
    list += (list.empty() ? "" : ", ") + number(argument, known().float4);
  }
  result.text += " TABLESAMPLE " + quoted_name(method) + " (" + list + ")";
  if (node->repeatable != nullptr) {
    result.text += " REPEATABLE (" + number(node->repeatable, known().float8) + ")";
  }
  return result;
}

// Whether no USING around an item can mean one of its columns that have got other names.
bool FromClause::are_free(const Columns& columns, const Columns& own) const {
  return std::ranges::none_of(joins_around_, [&](const JoinExpr* join) {
    for (const Node* written : items<Node>(join->usingClause)) {
      const std::string name = string_of(written);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool meant = columns[i].name == name || own[i].name == name;
        if (meant && columns[i].name != own[i].name) return true;
      }
    }
    return false;
  });
}

// Names that only an alias gives to columns mean nothing once each reference is resolved: the
// server gives some of its own where joins would leave names that are not unique.
bool FromClause::forget_names(RangeEntry& entry, const Columns& own) const {
  const bool same = entry.columns_known && entry.columns.size() == own.size();
  if (!same || !are_unique(own) || !are_free(entry.columns, own)) return false;
  const auto is_natural = [](const JoinExpr* join) { return join->isNatural; };
  const bool renames = renamed(entry, own) > 0;
  if (renames && std::ranges::any_of(joins_around_, is_natural)) {
    a_.open("column names of a natural join");
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (entry.columns[i].name != own[i].name) entry.columns[i].own_name = own[i].name;
  }
  return true;
}

// Applies the alias, adds the entry to the scope and prints the item. Of the columns' names the
// last ones that are their own are left out: the server lists all columns that there are by now.
FromClause::Item FromClause::finish(RangeEntry entry, std::string text, const Node* node,
                                    const Alias* alias, bool always_columns) {
  const std::string own_name = entry.name;
  if (alias != nullptr) entry.name = alias_of(alias);
  entry.printed = printed_name(node);
  if (alias != nullptr) entry.relation = {};
  // A relation's own names differ from each other, nothing needs to be looked at.
  const bool own_names = entry.lockable && nodeTag(node) == T_RangeVar &&
                         (alias == nullptr || alias->colnames == nullptr);
  const Columns own_columns = own_names ? Columns{} : entry.columns;
  std::size_t index = 0;
  for (const Node* written : items<Node>(alias ? alias->colnames : nullptr)) {
    const std::string name = string_of(written);
    if (index >= entry.columns.size()) {
      if (entry.columns_known) a_.open("column aliases");
      entry.columns.push_back({name, nullptr, {}, {}, {}});
      entry.columns_known = false;
    } else {
      entry.columns[index].name = name;
    }
    ++index;
  }
  std::size_t listed = 0;
  if (!own_names) {
    make_unique(entry.columns);
    const bool forgotten = !always_columns && forget_names(entry, own_columns);
    listed = always_columns ? entry.columns.size() : forgotten ? 0 : renamed(entry, own_columns);
  }
  Item item;
  item.text = std::move(text);
  if (entry.printed != own_name || always_columns) item.text += " " + quoted_name(entry.printed);
  if (listed > 0) {
    item.text += "(";
    for (std::size_t i = 0; i < listed; ++i) {
      item.text += (i > 0 ? ", " : "") + quoted_name(entry.columns[i].name);
    }
    item.text += ")";
  }
  item.visible = entry.columns;
  for (Column& column : item.visible) {
    column.text = quoted_name(entry.printed) + "." + quoted_name(column.printed_name());
  }
  item.known = entry.columns_known;
  scope_.entries.push_back(std::move(entry));
  return item;
}

FromClause::Item FromClause::subselect(const RangeSubselect* node) {
  const auto* select = PGPLUMB_NODE_AS(node->subquery, SelectStmt);
  const Node* self = reinterpret_cast<const Node*>(node);
  if (select == nullptr) return unsupported(self, node->alias);
  // Without LATERAL, what stands beside it can't be seen.
  const std::size_t visible = scope_.first_visible;
  if (!node->lateral) scope_.first_visible = scope_.entries.size();
  const QueryParts parts = a_.query(select, true);
  scope_.first_visible = visible;
  levels_ |= parts.levels;
  RangeEntry entry;
  entry.lockable = true;
  entry.columns = parts.columns;
  for (Column& column : entry.columns) {
    column.text.clear();
    column.id.reset();
  }
  entry.columns_known = parts.columns_known;
  std::string text = node->lateral ? "LATERAL (" : "(";
  text += a_.print(parts, OutputNames::shown) + ")";
  return finish(std::move(entry), std::move(text), self, node->alias, false);
}

// The column of a function that returns one value: its single OUT parameter, else the alias.
std::string FromClause::out_name(const FuncCall* function, const std::string& alias) {
  if (function == nullptr) return alias;
  const auto names = items<Node>(function->funcname);
  const std::string name = string_of(names[names.size() - 1]);
  std::string found;
  bool some_without = false;
  for (const Signature* routine :
       all_routines(a_.symbols_, a_.path_for(function->funcname), name)) {
    if (routine->parameters.size() != items<Node>(function->args).size()) continue;
    const bool one = routine->outputs.size() == 1 && !routine->outputs[0].first.empty();
    some_without = some_without || !one || (!found.empty() && found != routine->outputs[0].first);
    if (one) found = routine->outputs[0].first;
  }
  if (!found.empty() && some_without) a_.open("columns of function " + name);
  return found.empty() ? alias : found;
}

// What a function in FROM gives, before any alias of columns.
Columns FromClause::function_columns(const Node* call, const Value& value, const std::string& alias,
                                     bool& known_columns, bool& scalar) {
  Columns columns;
  scalar = false;
  const auto* function = PGPLUMB_NODE_AS(call, FuncCall);
  const TypeInfo* type = value.type;
  if (type == known().record) {
    known_columns = known_columns && value.fields != nullptr;
    return value.fields != nullptr ? *value.fields : Columns{};
  }
  if (is_composite(type)) {
    const RelationColumns* found = a_.symbols_.columns_of(base_type(type)->name);
    if (found == nullptr || !found->known) {
      known_columns = false;
      return columns;
    }
    columns = found->columns;
    for (Column& column : columns) column.id.reset();
    return columns;
  }
  if (type == nullptr) known_columns = false;
  scalar = true;
  columns.push_back({out_name(function, alias), type, value.modifiers, {}, {}});
  return columns;
}

FromClause::Item FromClause::function(const RangeFunction* node) {
  const Node* self = reinterpret_cast<const Node*>(node);
  RangeEntry entry;
  std::string text;
  std::uint64_t levels = 0;
  const auto functions = items<List>(node->functions);
  const List* definitions = node->coldeflist;
  for (const List* pair : functions) {
    const auto parts = items<Node>(pair);
    const Node* call = parts[0];
    const auto* own_definitions = reinterpret_cast<const List*>(parts[1]);
    if (own_definitions != nullptr) a_.leave_out("ROWS FROM with column definitions");
    const Value value = a_.expression(call);
    levels |= value.levels;
    bool scalar = false;
    const bool one = functions.size() == 1;
    const std::string column_name =
        one && node->alias != nullptr ? alias_of(node->alias) : output_name(call).name;
    Columns columns;
    if (definitions == nullptr) {
      columns = function_columns(call, value, column_name, entry.columns_known, scalar);
    }
    entry.scalar = one && scalar && !node->ordinality;
    if (scalar && is_composite(value.type)) entry.row_type = value.type;
    if (!one && !text.empty()) text += ", ";
    text += value.text;
    for (Column& column : columns) entry.columns.push_back(std::move(column));
  }
  if (node->is_rowsfrom && functions.size() > 1) text = "ROWS FROM(" + text + ")";
  if (node->ordinality) {
    text += " WITH ORDINALITY";
    entry.columns.push_back({"ordinality", known().int8, {}, {}, {}});
  }
  const std::uint64_t here = std::uint64_t{1} << static_cast<unsigned>(scope_.depth % 64);
  if ((levels & here) != 0) text = "LATERAL " + text;
  levels_ |= levels;
  entry.name = function_name(node);
  if (definitions == nullptr) {
    if (!entry.columns_known) a_.open("columns of function " + entry.name);
    return finish(std::move(entry), std::move(text), self, node->alias, true);
  }
  std::string list;
  for (const ColumnDef* definition : items<ColumnDef>(definitions)) {
    const TypeAndModifiers type = a_.type_of(definition->typeName);
    entry.columns.push_back({text_of(definition->colname), type.type, type.modifiers, {}, {}});
    list +=
        (list.empty() ? "" : ", ") + quoted_name(text_of(definition->colname)) + " " + type.printed;
  }
  entry.columns_known = true;
  Item item = finish(std::move(entry), "", self, node->alias, false);
  item.text = text + " " + quoted_name(printed_name(self)) + "(" + list + ")";
  return item;
}

// The columns that USING or NATURAL joins to one; removes them from both sides.
Columns FromClause::merge(const JoinExpr* node, Item& left, Item& right,
                          std::vector<std::string>& using_names) {
  if (node->isNatural) {
    a_.note_frozen_columns();
    if (!left.known || !right.known) a_.open("columns of a natural join");
    for (const Column& column : left.visible) {
      const auto same = [&](const Column& other) { return other.name == column.name; };
      if (std::any_of(right.visible.begin(), right.visible.end(), same)) {
        using_names.push_back(column.name);
      }
    }
  }
  for (const Node* name : items<Node>(node->usingClause)) using_names.push_back(string_of(name));
  Columns merged;
  for (const std::string& name : using_names) {
    const auto named = [&](const Column& column) { return column.name == name; };
    const auto in_left = std::find_if(left.visible.begin(), left.visible.end(), named);
    const auto in_right = std::find_if(right.visible.begin(), right.visible.end(), named);
    if (in_left == left.visible.end() || in_right == right.visible.end()) {
      a_.open("column " + name + " of USING");
      merged.push_back({name, nullptr, {}, {}, quoted_name(name)});
      continue;
    }
    Column column = node->jointype == JOIN_RIGHT ? *in_right : *in_left;
    if (in_left->type != in_right->type || in_left->modifiers != in_right->modifiers) {
      const TypeInfo* common =
          in_left->type && in_right->type ? common_type({in_left->type, in_right->type}) : nullptr;
      if (common == nullptr || column.type != common) a_.open("types of USING " + name);
    }
    if (node->jointype == JOIN_FULL) {
      column.text = quoted_name(name);
      column.id.reset();
    }
    if (in_left->id) a_.refer(*in_left->id);
    if (in_right->id) a_.refer(*in_right->id);
    merged.push_back(std::move(column));
    left.visible.erase(in_left);
    right.visible.erase(in_right);
  }
  return merged;
}

FromClause::Item FromClause::join(const JoinExpr* node) {
  const std::size_t start = scope_.entries.size();
  joins_around_.push_back(node);
  Item left = item(node->larg);
  Item right = item(node->rarg);
  joins_around_.pop_back();
  const std::size_t end = scope_.entries.size();
  std::vector<std::string> using_names;
  Columns visible = merge(node, left, right, using_names);
  Item result;
  result.known = left.known && right.known;
  const char* words = " JOIN ";
  if (node->jointype == JOIN_LEFT) words = " LEFT JOIN ";
  if (node->jointype == JOIN_RIGHT) words = " RIGHT JOIN ";
  if (node->jointype == JOIN_FULL) words = " FULL JOIN ";
  std::string condition;
  if (!using_names.empty()) {
    condition = " USING (";
    for (std::size_t i = 0; i < using_names.size(); ++i) {
      condition += (i > 0 ? ", " : "") + quoted_name(using_names[i]);
    }
    condition += ")";
    if (node->join_using_alias != nullptr) {
      condition += " AS " + quoted_name(alias_of(node->join_using_alias));
      a_.open("alias of USING");
    }
  } else if (node->quals != nullptr) {
    const std::size_t first = scope_.first_visible;
    scope_.first_visible = std::max(first, start);
    const Value value = a_.condition(node->quals);
    scope_.first_visible = first;
    levels_ |= value.levels;
    condition = " ON " + value.text;
  } else if (node->jointype == JOIN_INNER) {
    words = " CROSS JOIN ";
  } else {
    condition = " ON true";
  }
  result.text = "(" + left.text + words + right.text + condition + ")";
  visible.insert(visible.end(), left.visible.begin(), left.visible.end());
  visible.insert(visible.end(), right.visible.begin(), right.visible.end());
  for (std::size_t i = start; i < end; ++i) {
    scope_.entries[i].columns_visible = false;
    if (node->alias != nullptr) scope_.entries[i].name_visible = false;
  }
  RangeEntry entry;
  entry.columns = visible;
  entry.columns_known = result.known;
  if (node->alias == nullptr) {
    entry.name_visible = false;
    result.visible = std::move(visible);
    scope_.entries.push_back(std::move(entry));
    return result;
  }
  for (Column& column : entry.columns) column.text.clear();
  return finish(std::move(entry), std::move(result.text), reinterpret_cast<const Node*>(node),
                node->alias, false);
}

}  // namespace pgplumb::sql::canon
