#include "parse/options.hpp"

#include <algorithm>

#include "base/letters.hpp"
#include "parse/written_names.hpp"
#include "sql/deparse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::string option_name(const ::DefElem& option) {
  const std::string space = sql::text_of(option.defnamespace);
  const std::string name = sql::text_of(option.defname);
  return space.empty() ? name : space + "." + name;
}

void remove_named(std::vector<std::string>& options, const std::string& name) {
  std::erase_if(options, [&](const std::string& o) { return o.starts_with(name + "="); });
}

}  // namespace

std::string option_value(const ::DefElem& option) {
  const ::Node* value = option.arg;
  if (value == nullptr) return "true";
  if (const auto* text = PGPLUMB_NODE_AS(value, String)) return sql::text_of(text->sval);
  if (const auto* number = PGPLUMB_NODE_AS(value, Integer)) return std::to_string(number->ival);
  if (const auto* number = PGPLUMB_NODE_AS(value, Float)) return sql::text_of(number->fval);
  if (const auto* flag = PGPLUMB_NODE_AS(value, Boolean)) return flag->boolval ? "true" : "false";
  if (const auto* names = PGPLUMB_NODE_AS(value, List)) return written(names);
  if (const auto* type = PGPLUMB_NODE_AS(value, TypeName)) return written(type->names);
  return sql::deparse_expression(value);
}

bool is_true(const std::string& value) {
  const std::string word = lowered(value);
  return word == "true" || word == "on" || word == "1";
}

std::vector<std::string> options_of(const ::List* options) {
  std::vector<std::string> result;
  set_options(result, options);
  return result;
}

void set_options(std::vector<std::string>& current, const ::List* changes) {
  for (const ::DefElem* option : sql::items<::DefElem>(changes)) {
    const std::string name = option_name(*option);
    if (name == "oids") continue;
    remove_named(current, name);
    current.push_back(name + "=" + option_value(*option));
  }
  std::sort(current.begin(), current.end());
}

void reset_options(std::vector<std::string>& current, const ::List* names) {
  for (const ::DefElem* option : sql::items<::DefElem>(names)) {
    remove_named(current, option_name(*option));
  }
}

}  // namespace pgplumb::parse
