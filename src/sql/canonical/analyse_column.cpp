#include <algorithm>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {
namespace {

const TypeInfo* system_column_type(const std::string& name) {
  const KnownTypes& k = known();
  if (name == "ctid") return k.tid;
  if (name == "tableoid") return k.oid;
  if (name == "xmin" || name == "xmax") return k.xid;
  if (name == "cmin" || name == "cmax") return k.cid;
  return nullptr;
}

std::uint64_t level_bit(int depth) { return std::uint64_t{1} << static_cast<unsigned>(depth % 64); }

}  // namespace

RangeEntry Analyser::relation_entry(const QualifiedName& relation) {
  RangeEntry entry;
  entry.name = relation.name.text();
  entry.printed = entry.name;
  entry.relation = relation;
  entry.row_type = symbols_.types().find(relation.space.text(), relation.name.text());
  const RelationColumns* columns = symbols_.columns_of(relation);
  entry.columns_known = columns != nullptr && columns->known;
  if (columns != nullptr) entry.shared_columns = &columns->columns;
  return entry;
}

const Column* Analyser::find_column(const RangeEntry& entry, const std::string& name) const {
  for (const Column& column : entry.all_columns()) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

Value Analyser::column_of(const RangeEntry& entry, const Column& column, int depth) {
  Value value;
  value.form = Value::Form::column;
  value.raw = column.printed_name();
  value.type = column.type;
  value.modifiers = column.modifiers;
  value.collation = column.collation;
  if (column.collation != std::string()) odd_collation_ = true;
  note_collation_of(column.type);
  value.levels = level_bit(depth);
  const bool here = scope_ != nullptr && scope_->depth == depth;
  if (!column.text.empty()) {
    value.text = column.text;
  } else if (entry.bare && here) {
    value.text = quoted_name(column.printed_name());
  } else {
    value.text = quoted_name(entry.printed) + "." + quoted_name(column.printed_name());
  }
  if (column.id) refer(*column.id);
  if (column.type == nullptr) open("type of column " + column.name);
  return value;
}

Value Analyser::system_column(const RangeEntry& entry, const std::string& name, int depth) {
  Column column;
  column.name = name;
  column.type = system_column_type(name);
  return column_of(entry, column, depth);
}

Value Analyser::whole_row(RangeEntry& entry, int depth) {
  Value value;
  value.levels = level_bit(depth);
  if (entry.scalar && entry.columns.size() == 1) return column_of(entry, entry.columns[0], depth);
  // The fields of a sub-select's row have the alias's names.
  const auto has_own = [](const Column& column) { return !column.own_name.empty(); };
  if (entry.row_type == nullptr && std::ranges::any_of(entry.columns, has_own)) {
    open("names of a row");
  }
  value.form = Value::Form::whole_row;
  value.raw = entry.printed;
  value.text = quoted_name(entry.printed) + ".*";
  value.type = entry.row_type;
  if (value.type == nullptr) value.type = known().record;
  if (entry.row_type != nullptr && entry.row_type->kind != 'c') value.type = known().record;
  return value;
}

// By the name that the text uses, innermost query first.
std::pair<RangeEntry*, int> Analyser::find_entry(const std::string& space,
                                                 const std::string& name) {
  for (Scope* scope = scope_; scope != nullptr; scope = scope->outer) {
    for (std::size_t i = scope->first_visible; i < scope->entries.size(); ++i) {
      RangeEntry& entry = scope->entries[i];
      if (!entry.name_visible || entry.name != name) continue;
      if (!space.empty() &&
          (entry.relation.space.text() != space || entry.relation.name.text() != name)) {
        continue;
      }
      return {&entry, scope->depth};
    }
  }
  return {nullptr, 0};
}

// The item of FROM that `row` is all of; null for other values.
std::pair<const RangeEntry*, int> Analyser::entry_of(const Value& row) const {
  if (row.form != Value::Form::whole_row) return {nullptr, 0};
  for (const Scope* scope = scope_; scope != nullptr; scope = scope->outer) {
    if ((row.levels & level_bit(scope->depth)) == 0) continue;
    for (const RangeEntry& entry : scope->entries) {
      if (entry.printed == row.raw) return {&entry, scope->depth};
    }
  }
  return {nullptr, 0};
}

void Analyser::refer_row_type(const Value& value) {
  const auto [entry, depth] = entry_of(value);
  if (entry != nullptr) refer_type(entry->row_type);
}

// What stands before a field. The type of a whole row is only meant where no column of it is.
Value Analyser::field_owner(const Node* node) {
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  return column != nullptr ? column_reference(column) : expression(node);
}

Value Analyser::unqualified(const std::string& name) {
  bool incomplete = false;
  for (Scope* scope = scope_; scope != nullptr; scope = scope->outer) {
    const RangeEntry* found_in = nullptr;
    const Column* found = nullptr;
    bool ambiguous = false;
    for (std::size_t i = scope->first_visible; i < scope->entries.size(); ++i) {
      const RangeEntry& entry = scope->entries[i];
      if (!entry.columns_visible) continue;
      incomplete = incomplete || !entry.columns_known;
      const Column* column = find_column(entry, name);
      if (column == nullptr) continue;
      ambiguous = found != nullptr;
      found = column;
      found_in = &entry;
    }
    if (found != nullptr && !ambiguous && !incomplete) {
      return column_of(*found_in, *found, scope->depth);
    }
    if (ambiguous) break;
    if (scope->entries.size() == 1 && scope->entries[0].bare && !incomplete &&
        system_column_type(name) != nullptr) {
      return system_column(scope->entries[0], name, scope->depth);
    }
  }
  if (!incomplete) {
    const auto [entry, depth] = find_entry({}, name);
    if (entry != nullptr) return whole_row(*entry, depth);
    if (scope_ != nullptr && scope_->entries.size() == 1 && system_column_type(name) != nullptr) {
      return system_column(scope_->entries[0], name, scope_->depth);
    }
    if (auto parameter = parameter_named({name})) return std::move(*parameter);
  }
  Value value;
  value.text = quoted_name(name);
  value.form = Value::Form::column;
  value.raw = name;
  if (scope_ != nullptr) value.levels = level_bit(scope_->depth);
  open("column " + name);
  return value;
}

Value Analyser::column_reference(const ColumnRef* node) {
  const auto fields = items<Node>(node->fields);
  std::vector<std::string> names;
  bool star = false;
  for (const Node* part : fields) {
    star = star || nodeTag(part) == T_A_Star;
    if (nodeTag(part) == T_String) names.push_back(string_of(part));
  }
  if (names.size() == 1 && !star) {
    if (domain_value_ != nullptr && names[0] == "value") {
      Value value;
      value.text = "VALUE";
      value.type = domain_value_;
      value.modifiers = domain_value_modifiers_;
      return value;
    }
    return unqualified(names[0]);
  }
  const std::string column_name = star || names.empty() ? "" : names.back();
  if (!star && !names.empty()) names.pop_back();
  const std::string relation = names.empty() ? "" : names.back();
  const std::string space = names.size() > 1 ? names[names.size() - 2] : "";
  const auto [entry, depth] = find_entry(space, relation);
  Value value;
  if (entry == nullptr) {
    std::vector<std::string> all = names;
    all.push_back(column_name);
    auto parameter = star ? std::nullopt : parameter_named(all);
    if (parameter) return std::move(*parameter);
    open("relation " + relation);
    for (const std::string& name : names) value.text += quoted_name(name) + ".";
    value.text += star ? "*" : quoted_name(column_name);
    value.form = Value::Form::column;
    value.raw = column_name;
    if (scope_ != nullptr) value.levels = level_bit(scope_->depth);
    return value;
  }
  if (star) return whole_row(*entry, depth);
  if (const Column* column = find_column(*entry, column_name)) {
    return column_of(*entry, *column, depth);
  }
  if (system_column_type(column_name) != nullptr) return system_column(*entry, column_name, depth);
  value.text = quoted_name(entry->printed) + "." + quoted_name(column_name);
  value.levels = level_bit(depth);
  value.form = Value::Form::column;
  value.raw = column_name;
  open("column " + relation + "." + column_name);
  return value;
}

}  // namespace pgplumb::sql::canon
