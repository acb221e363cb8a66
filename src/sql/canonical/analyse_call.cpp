#include <cstddef>
#include <iterator>
#include <memory>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/order_by.hpp"

namespace pgplumb::sql::canon {
namespace {

struct Arguments {
  Values values;
  std::vector<std::string> names;  // of the last ones
};

// What is printed between the parentheses.
std::string printed_arguments(const Arguments& arguments, std::size_t direct, bool variadic) {
  std::string text;
  const std::size_t positional = arguments.values.size() - arguments.names.size();
  for (std::size_t i = 0; i < direct; ++i) {
    if (i > 0) text += ", ";
    if (variadic && i + 1 == direct) text += "VARIADIC ";
    if (i >= positional) text += quoted(arguments.names[i - positional]) + " => ";
    text += arguments.values[i].text;
  }
  return text;
}

// EXTRACT(field FROM x) and x AT TIME ZONE z read better than the functions they are.
std::string special_syntax(std::string_view name, const Values& values) {
  if (values.size() != 2) return {};
  if (name == "timezone") return "(" + values[1].text + " AT TIME ZONE " + values[0].text + ")";
  const std::string& word = values[0].raw;
  const bool plain = values[0].form == Value::Form::constant && !word.empty() &&
                     word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  if (name == "extract" && plain) {
    return "EXTRACT(" + quoted(word) + " FROM " + values[1].text + ")";
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
  const std::string text = quoted(space, name);
  const bool prefixed = space == "pg_catalog" && (needs_space_prefix(name) || text[0] == '"');
  return prefixed ? "pg_catalog." + text : text;
}

}  // namespace

// FILTER and OVER.
std::string Analyser::call_decorations(const FuncCall* node) {
  std::string text;
  if (node->agg_filter != nullptr) {
    text += " FILTER (WHERE " + condition(node->agg_filter).text + ")";
  }
  if (node->over != nullptr) {
    const bool only_name = node->over->name != nullptr;
    text += " OVER " + (only_name ? quoted(node->over->name) : "(" + window(node->over) + ")");
  }
  return text;
}

// f(a, b, c) with VARIADIC b: f(a, VARIADIC ARRAY[b, c]).
void Analyser::gather_variadic(Values& values, std::size_t first, std::size_t end) {
  const auto from = values.begin() + static_cast<std::ptrdiff_t>(first);
  const auto to = values.begin() + static_cast<std::ptrdiff_t>(end);
  Values items(std::make_move_iterator(from), std::make_move_iterator(to));
  const TypeInfo* element = items.empty() ? nullptr : items[0].type;
  Value array = array_of(std::move(items),
                         element == nullptr ? nullptr : symbols_.types().array_of(element));
  values.erase(from, to);
  values.insert(values.begin() + static_cast<std::ptrdiff_t>(first), std::move(array));
}

Value Analyser::call(const FuncCall* node) {
  Arguments arguments;
  Value result;
  const auto add = [&](const Node* written) {
    const auto* named = PGPLUMB_NODE_AS(written, NamedArgExpr);
    if (named != nullptr) {
      arguments.names.emplace_back(named->name);
      written = reinterpret_cast<const Node*>(named->arg);
    }
    arguments.values.push_back(expression(written));
    result.levels |= arguments.values.back().levels;
  };
  for (const Node* argument : items<Node>(node->args)) add(argument);
  std::size_t direct = arguments.values.size();
  bool variadic = node->func_variadic;
  std::vector<const SortBy*> ordered;
  for (const SortBy* sort : items<SortBy>(node->agg_order)) {
    ordered.push_back(sort);
    if (node->agg_within_group) add(sort->node);
  }

  const auto parts = items<Node>(node->funcname);
  const std::string name = string_of(parts[parts.size() - 1]);
  CallShape shape;
  shape.arguments = types_of(arguments.values);
  shape.names = arguments.names;
  shape.variadic_array = node->func_variadic;
  shape.within_group = node->agg_within_group;
  const Path path = path_for(node->funcname);
  const auto chosen = resolve_routine(symbols_, path, name, shape);
  if (chosen && chosen->is_cast) {
    return coerce(std::move(arguments.values[0]), chosen->result, {}, CastContext::explicit_);
  }
  std::string printed;
  bool aggregate = node->agg_order != nullptr || node->agg_distinct || node->agg_star;
  if (chosen) {
    for (std::size_t i = 0; i < arguments.values.size(); ++i) {
      arguments.values[i] = coerce(std::move(arguments.values[i]), chosen->declared[i], {},
                                   CastContext::implicit);
    }
    if (chosen->expanded_from < direct) {
      gather_variadic(arguments.values, chosen->expanded_from, direct);
      direct = chosen->expanded_from + 1;
      variadic = true;
    }
    result.type = chosen->result;
    printed = printed_name(chosen->routine->space, name);
    refer_routine(*chosen->routine);
    aggregate = aggregate || chosen->routine->kind == 'a';
    if (!chosen->certain || result.type == nullptr) open("function " + name);
    result.fields = fields_of(*chosen);
  } else {
    const auto all = all_routines(symbols_, path, name);
    printed = parts.size() > 1 ? quoted(string_of(parts[parts.size() - 2]), name) : quoted(name);
    if (!all.empty()) printed = printed_name(all[0]->space, name);
    for (const Signature* routine : all) refer_routine(*routine);
    open("function " + name);
  }
  if (chosen && chosen->routine->space == "pg_catalog" && !aggregate && node->over == nullptr) {
    result.text = special_syntax(name, arguments.values);
    if (!result.text.empty()) return result;
  }
  std::string inside = node->agg_star ? "*" : printed_arguments(arguments, direct, variadic);
  if (node->agg_distinct) inside = "DISTINCT " + inside;
  if (!ordered.empty() && !node->agg_within_group) {
    inside += " ORDER BY ";
    for (std::size_t i = 0; i < ordered.size(); ++i) {
      Value key = expression(ordered[i]->node);
      if (key.untyped()) key = coerce(std::move(key), known().text, {}, CastContext::implicit);
      inside += (i > 0 ? ", " : "") + key.text + sort_order(*ordered[i]);
    }
  }
  result.text = printed + "(" + inside + ")";
  if (node->agg_within_group) {
    result.text += " WITHIN GROUP (ORDER BY ";
    for (std::size_t i = 0; i < ordered.size(); ++i) {
      result.text += (i > 0 ? ", " : "") + arguments.values[direct + i].text +
                     sort_order(*ordered[i]);
    }
    result.text += ")";
  }
  result.text += call_decorations(node);
  return result;
}

// x.name where x has no such column: name(x).
Value Analyser::attribute_or_call(Value container, const std::string& name) {
  return field(std::move(container), name);
}

}  // namespace pgplumb::sql::canon
