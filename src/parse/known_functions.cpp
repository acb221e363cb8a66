#include "parse/known_functions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/letters.hpp"
#include "parse/database_name.hpp"
#include "parse/replay.hpp"
#include "schema/quote.hpp"

namespace pgplumb::parse {
namespace {

using ValueKind = KnownValue::Kind;

std::string raised(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

// "a.\"B\"" as regclass reads it: the parts, case folded where not quoted.
std::vector<std::string> dotted_name(std::string_view text) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (c == '.' && !quoted)
      parts.emplace_back();
    else if (quoted)
      parts.back() += c;
    else
      parts.back() += lowered(c);
  }
  return parts;
}

template <typename Find>
std::optional<ObjectId> along_path(const std::string& text, const Replay& replay, Find&& find) {
  replay.look_at_model();
  const auto parts = dotted_name(text);
  if (parts.size() > 1) return find(qualified(parts[parts.size() - 2], parts.back()));
  for (const std::string& space : replay.search_path()) {
    if (auto found = find(qualified(space, parts.back()))) return found;
  }
  return std::nullopt;
}

// The oid of a relation by its name; nothing when there is none.
std::optional<KnownValue> class_named(const std::string& text, const Replay& replay) {
  const auto id = along_path(
      text, replay, [&](const QualifiedName& name) { return replay.catalog().find_class(name); });
  if (!id) return std::nullopt;
  // The index of a constraint bears the constraint's name.
  const bool constraint = id->kind == ObjectKind::constraint;
  return KnownValue::object("class " + id->space + "." + (constraint ? id->member : id->name));
}

std::optional<KnownValue> type_named(const std::string& text, const Replay& replay) {
  const auto id = along_path(
      text, replay, [&](const QualifiedName& name) { return replay.catalog().find_type(name); });
  if (!id) return std::nullopt;
  return KnownValue::object("type " + id->space + "." + id->name);
}

std::optional<KnownValue> namespace_named(const std::string& text, const Replay& replay) {
  replay.look_at_model();
  const std::string name = dotted_name(text).back();
  const bool system = name == "pg_catalog" || name == "information_schema";
  if (!system && !replay.catalog().contains(object_id(ObjectKind::namespace_, Identifier(name)))) {
    return std::nullopt;
  }
  return KnownValue::object("namespace " + name);
}

std::optional<KnownValue> object_named(const std::string& type, const std::string& text,
                                       const Replay& replay) {
  if (type == "regclass") return class_named(text, replay);
  if (type == "regtype") return type_named(text, replay);
  if (type == "regnamespace") return namespace_named(text, replay);
  return std::nullopt;
}

bool is_reg_type(std::string_view type) {
  return type == "regclass" || type == "regtype" || type == "regnamespace";
}

bool is_text_type(std::string_view type) {
  return type == "text" || type == "varchar" || type == "name" || type == "bpchar";
}

// A relation's oid as text: bare where the search path finds it by that name.
KnownValue class_text(const std::string& object, const Replay& replay) {
  constexpr std::string_view kPrefix = "class ";
  if (!object.starts_with(kPrefix)) return {};
  const std::string own = object.substr(kPrefix.size());
  const std::size_t dot = own.find('.');
  const std::string bare = quote_identifier(own.substr(dot + 1));
  const auto visible = class_named(bare, replay);
  if (visible && visible->text == object) return KnownValue::of_text(bare);
  return KnownValue::of_text(quote_identifier(own.substr(0, dot)) + "." + bare);
}

KnownValue current_schema(const Replay& replay) {
  for (const std::string& space : replay.search_path()) {
    if (replay.catalog().contains(object_id(ObjectKind::namespace_, Identifier(space)))) {
      return KnownValue::of_text(space);
    }
  }
  return KnownValue::null();
}

// The oldest server version that is supported.
constexpr std::int64_t kOldestVersion = 140000;

// Settings of libraries that PostgreSQL brings along have values of their own, those of an
// extension may.
bool is_of_library(std::string_view name, const Replay& replay) {
  constexpr std::array<std::string_view, 12> kLibraries = {
      "auth_delay",    "auto_explain", "basebackup_to_shell",
      "basic_archive", "pg_prewarm",   "pg_stat_statements",
      "pg_trgm",       "plperl",       "plpgsql",
      "pltcl",         "postgres_fdw", "sepgsql"};
  const std::string prefix(name.substr(0, name.find('.')));
  return std::find(kLibraries.begin(), kLibraries.end(), prefix) != kLibraries.end() ||
         replay.catalog().contains(object_id(ObjectKind::extension, Identifier(prefix)));
}

// A setting that PostgreSQL does not know has the value that the text gave it. Where the text gave
// none, nobody is taken to have done so: what follows from that is no certain difference.
KnownValue custom_setting(const std::string& name, bool missing_ok, const Replay& replay) {
  const auto set = replay.custom_settings().find(name);
  if (set != replay.custom_settings().end()) {
    return set->second ? KnownValue::of_text(*set->second) : KnownValue{};
  }
  if (is_of_library(name, replay)) return {};
  replay.assume();
  return missing_ok ? KnownValue::null() : KnownValue{};
}

KnownValue setting(const std::vector<KnownValue>& arguments, const Replay& replay) {
  if (arguments[0].kind != ValueKind::text) return {};
  const std::string name = lowered(arguments[0].text);
  if (name.find('.') != std::string::npos) {
    const bool missing_ok = arguments.size() == 2 && as_boolean(arguments[1]).is_true();
    return custom_setting(name, missing_ok, replay);
  }
  if (name != "server_version_num") return {};
  if (replay.options().server_version != 0) {
    return KnownValue::of_text(std::to_string(replay.options().server_version));
  }
  return KnownValue::at_least(kOldestVersion);
}

std::string quoted_text(const KnownValue& value) {
  return value.is_null() ? "NULL" : quote_literal(as_text(value).text);
}

// One conversion of format(): appends to `result`; false when it can't be told.
bool append_conversion(char conversion, const KnownValue& argument, std::string& result) {
  if (!argument.known() || argument.kind == ValueKind::object) return false;
  if (conversion == 's')
    result += as_text(argument).text;
  else if (conversion == 'I' && !argument.is_null())
    result += quote_identifier(as_text(argument).text);
  else if (conversion == 'L')
    result += quoted_text(argument);
  else
    return false;
  return true;
}

KnownValue format(const std::vector<KnownValue>& arguments) {
  if (arguments.empty() || arguments[0].kind != ValueKind::text) return {};
  const std::string& pattern = arguments[0].text;
  std::string result;
  std::size_t next = 1;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      result += pattern[i];
      continue;
    }
    if (++i == pattern.size()) return {};
    if (pattern[i] == '%') {
      result += '%';
      continue;
    }
    if (pattern[i] >= '1' && pattern[i] <= '9' && i + 2 < pattern.size() && pattern[i + 1] == '$') {
      next = static_cast<std::size_t>(pattern[i] - '0');
      i += 2;
    }
    if (next >= arguments.size() || !append_conversion(pattern[i], arguments[next], result))
      return {};
    ++next;
  }
  return KnownValue::of_text(result);
}

KnownValue concat(const std::vector<KnownValue>& arguments) {
  std::string result;
  for (const KnownValue& argument : arguments) {
    if (argument.is_null()) continue;
    const KnownValue text = as_text(argument);
    if (text.kind != ValueKind::text) return {};
    result += text.text;
  }
  return KnownValue::of_text(result);
}

KnownValue on_text(const std::string& name, const KnownValue& argument) {
  if (argument.is_null()) return argument;
  KnownValue value = as_text(argument);
  if (value.kind != ValueKind::text) return {};
  const std::string& text = value.text;
  const bool plain = name == "text" || name == "varchar" || name == "quote_ident";
  if (!plain && holds_database_mark(text)) return {};
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (name == "text" || name == "varchar") return value;
  if (name == "quote_ident") return KnownValue::of_text(quote_identifier(text));
  if (name == "quote_literal") return KnownValue::of_text(quote_literal(text));
  if (!ascii) return {};
  if (name == "lower") return KnownValue::of_text(lowered(text));
  if (name == "upper") return KnownValue::of_text(raised(text));
  if (name == "length" || name == "char_length") {
    return KnownValue::integer(static_cast<std::int64_t>(text.size()));
  }
  return {};
}

}  // namespace

KnownValue cast_known(const KnownValue& value, const std::string& type, const Replay& replay) {
  if (value.kind == ValueKind::object) {
    if (is_text_type(type)) return class_text(value.text, replay);
    return is_reg_type(type) || type == "oid" ? value : KnownValue{};
  }
  if (is_reg_type(type)) {
    if (value.kind != ValueKind::text) return value.is_null() ? value : KnownValue{};
    return object_named(type, value.text, replay).value_or(KnownValue{});
  }
  if (is_text_type(type)) return as_text(value);
  if (type == "bool") return as_boolean(value);
  if (type == "int2" || type == "int4" || type == "int8") return as_integer(value);
  return {};
}

KnownValue call_known(const std::string& name, const std::vector<KnownValue>& arguments,
                      const Replay& replay) {
  if (name == "current_schema" && arguments.empty()) return current_schema(replay);
  if (name == "current_database" && arguments.empty()) {
    return KnownValue::of_text(database_name(replay));
  }
  if (arguments.empty()) return {};
  if (name == "current_setting") return setting(arguments, replay);
  if (name == "format") return format(arguments);
  if (name == "concat") return concat(arguments);
  constexpr std::string_view kLookUp = "to_";
  if (name.starts_with(kLookUp) && is_reg_type(name.substr(kLookUp.size()))) {
    if (arguments[0].kind != ValueKind::text)
      return arguments[0].is_null() ? arguments[0] : KnownValue{};
    const auto found = object_named(name.substr(kLookUp.size()), arguments[0].text, replay);
    return found.value_or(KnownValue::null());
  }
  return arguments.size() == 1 ? on_text(name, arguments[0]) : KnownValue{};
}

}  // namespace pgplumb::parse
