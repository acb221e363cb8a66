#include "schema/type_ref.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "schema/quote.hpp"

namespace pgplumb {
namespace {

struct SqlSpelling {
  std::string_view typname;
  std::string_view before;  // what stands before the modifiers
  std::string_view after;   // and behind them
};

// The built-in types whose SQL name is not their catalog name (format_type's own list).
constexpr std::array kSpellings = {
    SqlSpelling{"bit", "bit", ""},
    SqlSpelling{"bool", "boolean", ""},
    SqlSpelling{"bpchar", "character", ""},
    SqlSpelling{"char", "\"char\"", ""},
    SqlSpelling{"float4", "real", ""},
    SqlSpelling{"float8", "double precision", ""},
    SqlSpelling{"int2", "smallint", ""},
    SqlSpelling{"int4", "integer", ""},
    SqlSpelling{"int8", "bigint", ""},
    SqlSpelling{"interval", "interval", ""},
    SqlSpelling{"numeric", "numeric", ""},
    SqlSpelling{"time", "time", " without time zone"},
    SqlSpelling{"timestamp", "timestamp", " without time zone"},
    SqlSpelling{"timestamptz", "timestamp", " with time zone"},
    SqlSpelling{"timetz", "time", " with time zone"},
    SqlSpelling{"varbit", "bit varying", ""},
    SqlSpelling{"varchar", "character varying", ""},
};

std::string format_interval(const std::string& modifiers) {
  if (modifiers.empty()) return "interval";
  const bool precision = modifiers.find_first_not_of("0123456789") == std::string::npos;
  return precision ? "interval(" + modifiers + ")" : "interval " + modifiers;
}

std::string format_builtin(const TypeRef& type) {
  const std::string& typname = type.name.name.text();
  if (typname == "interval") return format_interval(type.modifiers);
  // A bpchar without a length is not character(1), so SQL has to say bpchar.
  if (typname == "bpchar" && type.modifiers.empty()) return "bpchar";
  if (typname == "bit" && type.modifiers.empty()) return "\"bit\"";
  const auto* found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                   [&](const SqlSpelling& s) { return s.typname == typname; });
  const bool listed = found != kSpellings.end();
  std::string text = listed ? std::string(found->before) : quote_identifier(typname);
  if (!type.modifiers.empty()) text += "(" + type.modifiers + ")";
  if (listed) text += found->after;
  return text;
}

}  // namespace

Verdict compare_value(const TypeRef& current, const TypeRef& desired) {
  if (current == desired) {
    return current.resolved() || current.empty() ? Verdict::equal : Verdict::unknown;
  }
  if (current.resolved() && desired.resolved()) return Verdict::different;
  const bool may_be_same = current.name.name == desired.name.name &&
                           current.modifiers == desired.modifiers && current.array == desired.array;
  return may_be_same ? Verdict::unknown : Verdict::different;
}

TypeRef builtin_type(std::string typname, std::string modifiers) {
  return {qualified("pg_catalog", std::move(typname)), std::move(modifiers), false};
}

std::string format_type(const TypeRef& type) {
  std::string text;
  if (type.name.space.text() == "pg_catalog") {
    text = format_builtin(type);
  } else {
    text = quote_qualified(type.name);
    if (!type.modifiers.empty()) text += "(" + type.modifiers + ")";
  }
  return type.array ? text + "[]" : text;
}

}  // namespace pgplumb
