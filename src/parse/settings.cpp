#include "parse/settings.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "schema/quote.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Settings that hold a list of names, each quoted by itself (GUC_LIST_QUOTE).
constexpr std::array<std::string_view, 6> kNameLists = {"search_path",
                                                        "temp_tablespaces",
                                                        "local_preload_libraries",
                                                        "session_preload_libraries",
                                                        "shared_preload_libraries",
                                                        "unix_socket_directories"};

// Settings whose own spelling is not lower case.
constexpr std::array<std::string_view, 3> kMixedCase = {"DateStyle", "IntervalStyle", "TimeZone"};

bool is_name_list(std::string_view name) {
  return std::find(kNameLists.begin(), kNameLists.end(), name) != kNameLists.end();
}

std::string constant_text(const A_Const& constant) {
  switch (nodeTag(&constant.val.node)) {
    case T_Integer: return std::to_string(constant.val.ival.ival);
    case T_Float: return sql::text_of(constant.val.fval.fval);
    case T_Boolean: return constant.val.boolval.boolval ? "true" : "false";
    case T_String: return sql::text_of(constant.val.sval.sval);
    default: return {};
  }
}

const A_Const* constant_of(const Node* node) {
  if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) node = cast->arg;  // TIME ZONE INTERVAL
  return PGPLUMB_NODE_AS(node, A_Const);
}

}  // namespace

std::string setting_name(std::string_view written) {
  const std::string lower = lowered(written);
  for (const std::string_view name : kMixedCase) {
    if (lowered(name) == lower) return std::string(name);
  }
  // A setting of an extension ("app.user_id") keeps the case of its definition: as written.
  return lower.find('.') == std::string::npos ? lower : std::string(written);
}

std::vector<std::string> setting_elements(const ::VariableSetStmt& statement) {
  std::vector<std::string> elements;
  for (const Node* argument : sql::items<Node>(statement.args)) {
    if (const A_Const* constant = constant_of(argument))
      elements.push_back(constant_text(*constant));
  }
  return elements;
}

std::string setting_value(const ::VariableSetStmt& statement) {
  const bool names = is_name_list(lowered(sql::text_of(statement.name)));
  std::string value;
  for (const Node* argument : sql::items<Node>(statement.args)) {
    const A_Const* constant = constant_of(argument);
    if (constant == nullptr) continue;
    const std::string text = constant_text(*constant);
    if (!value.empty()) value += ", ";
    value += names && nodeTag(&constant->val.node) == T_String ? quote_identifier(text) : text;
  }
  return value;
}

std::vector<std::string> split_identifiers(std::string_view text) {
  std::vector<std::string> result;
  std::string current;
  bool quoted = false;
  bool was_quoted = false;
  const auto finish = [&] {
    if (!was_quoted) {
      const auto begin = current.find_first_not_of(" \t\r\n");
      const auto end = current.find_last_not_of(" \t\r\n");
      current = begin == std::string::npos ? "" : lowered(current.substr(begin, end - begin + 1));
    }
    if (!current.empty() || was_quoted) result.push_back(current);
    current.clear();
    was_quoted = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
      current += text[++i];
    } else if (c == '"') {
      if (!quoted) current.clear();
      quoted = !quoted;
      was_quoted = true;
    } else if (c == ',' && !quoted) {
      finish();
    } else if (quoted || !was_quoted) {
      current += c;
    }
  }
  finish();
  return result;
}

SearchPath effective_path(const std::vector<std::string>& elements, const std::string& user) {
  SearchPath path;
  for (const std::string& element : elements) {
    const bool internal = element.empty() || element == "pg_catalog" || element == "pg_temp";
    const std::string& space = element == "$user" ? user : element;
    if (internal || space.empty()) continue;
    if (std::find(path.begin(), path.end(), space) == path.end()) path.push_back(space);
  }
  return path;
}

std::string path_text(const SearchPath& path) {
  std::string text;
  for (const std::string& space : path) {
    if (!text.empty()) text += ", ";
    text += quote_identifier(space);
  }
  return text.empty() ? "\"\"" : text;
}

}  // namespace pgplumb::parse
