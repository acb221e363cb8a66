#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/order_by.hpp"
#include "sql/canonical/sort_keys.hpp"

namespace pgplumb::sql::canon {
namespace {

// EXTRACT(field FROM x) and x AT TIME ZONE z read better than the functions they are.
std::string special_syntax(std::string_view name, const Values& values) {
  if (values.size() != 2) return {};
  if (name == "timezone") return "(" + values[1].text + " AT TIME ZONE " + values[0].text + ")";
  const std::string& word = values[0].raw;
  const bool plain = values[0].form == Value::Form::constant && !word.empty() &&
                     word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  if (name == "extract" && plain) {
    return "EXTRACT(" + quoted_name(word) + " FROM " + values[1].text + ")";
  }
  return {};
}

// The columns of a record that the routine's OUT parameters name.
std::shared_ptr<const Columns> fields_of(const ChosenRoutine& chosen) {
  if (chosen.result != known().record || chosen.routine->outputs.empty()) return nullptr;
  auto columns = std::make_shared<Columns>();
  for (const auto& [name, type] : chosen.routine->outputs) {
    const bool known_type = type != nullptr && type->polymorphic == Polymorphic::no;
    columns->push_back({std::string(name), known_type ? type : nullptr, {}, {}, {}});
  }
  return columns;
}

bool needs_space_prefix(std::string_view name) {
  return name == "extract" || name == "position" || name == "overlay" || name == "substring" ||
         name == "normalize" || name == "overlaps" || name == "xmlexists";
}

std::string printed_name(std::string_view space, std::string_view name) {
  const std::string text = quoted_name(space, name);
  const bool prefixed = space == "pg_catalog" && (needs_space_prefix(name) || text[0] == '"');
  return prefixed ? "pg_catalog." + text : text;
}

}  // namespace

// What is printed between the parentheses.
std::string Analyser::printed_arguments(const CallArguments& arguments) {
  std::string text;
  const std::size_t positional = arguments.values.size() - arguments.names.size();
  for (std::size_t i = 0; i < arguments.direct; ++i) {
    if (i > 0) text += ", ";
    if (arguments.variadic && i + 1 == arguments.direct) text += "VARIADIC ";
    if (i >= positional) text += quoted_name(arguments.names[i - positional]) + " => ";
    text += arguments.values[i].text;
  }
  return text;
}

// The window that OVER names, or that WINDOW defines in the same words; null for one of its own.
// The server prints the latter for other words only.
const char* Analyser::window_name(const WindowDef& over) const {
  if (over.name != nullptr || from_server_ || scope_ == nullptr) return over.name;
  for (const WindowDef* named : items<WindowDef>(scope_->windows)) {
    const bool same = text_of(named->refname) == text_of(over.refname) &&
                      named->frameOptions == over.frameOptions &&
                      equal(named->partitionClause, over.partitionClause) &&
                      equal(named->orderClause, over.orderClause) &&
                      equal(named->startOffset, over.startOffset) &&
                      equal(named->endOffset, over.endOffset);
    if (same) return named->name;
  }
  return nullptr;
}

// FILTER and OVER.
std::string Analyser::call_decorations(const FuncCall* node) {
  std::string text;
  if (node->agg_filter != nullptr) {
    text += " FILTER (WHERE " + condition(node->agg_filter).text + ")";
  }
  if (node->over != nullptr) {
    const char* name = window_name(*node->over);
    text += " OVER " + (name != nullptr ? quoted_name(name) : "(" + window(node->over) + ")");
  }
  return text;
}

// f(a, b, c) with VARIADIC b: f(a, VARIADIC ARRAY[b, c]).
void Analyser::gather_variadic(Values& values, std::size_t first, std::size_t end) {
  const auto from = values.begin() + static_cast<std::ptrdiff_t>(first);
  const auto to = values.begin() + static_cast<std::ptrdiff_t>(end);
  Values items(std::make_move_iterator(from), std::make_move_iterator(to));
  const TypeInfo* element = items.empty() ? nullptr : items[0].type;
  Value array =
      array_of(std::move(items), element == nullptr ? nullptr : symbols_.types().array_of(element));
  values.erase(from, to);
  values.insert(values.begin() + static_cast<std::ptrdiff_t>(first), std::move(array));
}

// Arguments as written: direct ones, then what WITHIN GROUP orders by.
Analyser::CallArguments Analyser::arguments_of(const FuncCall* node) {
  CallArguments arguments;
  const auto add = [&](const Node* written) {
    const auto* named = PGPLUMB_NODE_AS(written, NamedArgExpr);
    if (named != nullptr) {
      arguments.names.emplace_back(named->name);
      written = reinterpret_cast<const Node*>(named->arg);
    }
    arguments.values.push_back(expression(written));
    arguments.levels |= arguments.values.back().levels;
  };
  for (const Node* argument : items<Node>(node->args)) add(argument);
  arguments.direct = arguments.values.size();
  arguments.variadic = node->func_variadic;
  if (!node->agg_within_group) return arguments;
  for (const SortBy* sort : items<SortBy>(node->agg_order)) add(sort->node);
  return arguments;
}

// Gives the arguments the types that the routine wants.
void Analyser::apply(const ChosenRoutine& chosen, CallArguments& arguments) {
  Values& values = arguments.values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = coerce(std::move(values[i]), chosen.declared[i], {}, CastContext::implicit);
  }
  if (chosen.expanded_from < arguments.direct) {
    gather_variadic(values, chosen.expanded_from, arguments.direct);
    arguments.direct = chosen.expanded_from + 1;
    arguments.variadic = true;
  }
  refer_routine(*chosen.routine);
}

// A key that is one of the arguments means it as the routine takes it.
std::string Analyser::aggregate_key(const SortBy* sort, const Values& written,
                                    const CallArguments& arguments) {
  Value key = expression(sort->node);
  const std::size_t count = std::min(written.size(), arguments.values.size());
  for (std::size_t i = 0; i < count && i < arguments.direct; ++i) {
    const Value& before = written[i];
    const bool gathered = arguments.variadic && i + 1 == arguments.direct;
    if (before.untyped() || before.text != key.text || gathered) continue;
    const std::string& after = arguments.values[i].text;
    // There the cast goes inside.
    if (before.form == Value::Form::collate) continue;
    const bool inside = before.form == Value::Form::array || before.form == Value::Form::row;
    if (inside && before.text != after) open("sort key of an aggregate");
    return after;
  }
  if (key.untyped()) key = coerce(std::move(key), known().text, {}, CastContext::implicit);
  return key.text;
}

std::string Analyser::aggregate_order(const FuncCall* node, const Values& written,
                                      const CallArguments& arguments) {
  if (!node->agg_within_group) {
    SortKeys keys;
    for (const SortBy* sort : items<SortBy>(node->agg_order)) {
      keys.add(aggregate_key(sort, written, arguments), *sort);
    }
    if (keys.doubtful()) open("repeated sort key");
    return keys.text_after("ORDER BY ");
  }
  // What is sorted here is an argument as often as it is written.
  std::string order;
  std::size_t index = arguments.direct;
  for (const SortBy* sort : items<SortBy>(node->agg_order)) {
    order += (order.empty() ? "ORDER BY " : ", ") + arguments.values[index++].text;
    order += sort_order(*sort);
  }
  return order;
}

// "DISTINCT a, b ORDER BY c", and WITHIN GROUP after the parenthesis. `written`: the arguments
// before the routine's own types.
std::string Analyser::printed_call(const FuncCall* node, const Values& written,
                                   const CallArguments& arguments) {
  std::string inside = node->agg_star ? "*" : printed_arguments(arguments);
  if (node->agg_distinct) inside = "DISTINCT " + inside;
  const std::string order = aggregate_order(node, written, arguments);
  if (order.empty()) return "(" + inside + ")";
  return node->agg_within_group ? "(" + inside + ") WITHIN GROUP (" + order + ")"
                                : "(" + inside + " " + order + ")";
}

// The name of a call that can't be resolved, as far as it is known.
std::string Analyser::unresolved_name(const List* names) {
  const auto parts = items<Node>(names);
  const std::string name = string_of(parts[parts.size() - 1]);
  const auto all = all_routines(symbols_, path_for(names), name);
  for (const Signature* routine : all) refer_routine(*routine);
  open("function " + name);
  if (!all.empty()) return printed_name(all[0]->space, name);
  return parts.size() > 1 ? quoted_name(string_of(parts[parts.size() - 2]), name)
                          : quoted_name(name);
}

Value Analyser::call(const FuncCall* node) {
  CallArguments arguments = arguments_of(node);
  const auto parts = items<Node>(node->funcname);
  const std::string name = string_of(parts[parts.size() - 1]);
  CallShape shape;
  shape.arguments = types_of(arguments.values);
  shape.names = arguments.names;
  shape.variadic_array = node->func_variadic;
  shape.within_group = node->agg_within_group;
  const auto chosen = resolve_routine(symbols_, path_for(node->funcname), name, shape);
  if (chosen && chosen->is_cast) {
    return coerce(std::move(arguments.values[0]), chosen->result, {}, CastContext::explicit_);
  }
  Values written;
  if (node->agg_order != nullptr) written = arguments.values;
  Value result;
  result.levels = arguments.levels;
  if (!chosen) {
    result.text = unresolved_name(node->funcname);
  } else {
    apply(*chosen, arguments);
    result.type = chosen->result;
    result.fields = fields_of(*chosen);
    if (!chosen->certain || result.type == nullptr) open("function " + name);
    if (chosen->routine->space == "pg_catalog") {
      result.text = special_syntax(name, arguments.values);
      if (!result.text.empty()) return result;
    }
    result.text = printed_name(chosen->routine->space, name);
  }
  result.text += printed_call(node, written, arguments) + call_decorations(node);
  return result;
}

}  // namespace pgplumb::sql::canon
