#include <cstddef>
#include <iterator>
#include <memory>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/order_by.hpp"

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

// FILTER and OVER.
std::string Analyser::call_decorations(const FuncCall* node) {
  std::string text;
  if (node->agg_filter != nullptr) {
    text += " FILTER (WHERE " + condition(node->agg_filter).text + ")";
  }
  if (node->over != nullptr) {
    const bool only_name = node->over->name != nullptr;
    text += " OVER " + (only_name ? quoted_name(node->over->name) : "(" + window(node->over) + ")");
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

// "DISTINCT a, b ORDER BY c", and WITHIN GROUP after the parenthesis.
std::string Analyser::printed_call(const FuncCall* node, const CallArguments& arguments) {
  std::string inside = node->agg_star ? "*" : printed_arguments(arguments);
  if (node->agg_distinct) inside = "DISTINCT " + inside;
  std::string order;
  std::size_t index = arguments.direct;
  for (const SortBy* sort : items<SortBy>(node->agg_order)) {
    Value key;
    if (node->agg_within_group) {
      key = arguments.values[index++];
    } else {
      key = expression(sort->node);
      if (key.untyped()) key = coerce(std::move(key), known().text, {}, CastContext::implicit);
    }
    order += (order.empty() ? "ORDER BY " : ", ") + key.text + sort_order(*sort);
  }
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
  result.text += printed_call(node, arguments) + call_decorations(node);
  return result;
}

}  // namespace pgplumb::sql::canon
