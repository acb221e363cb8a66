#include "sql/canonical/constant_names.hpp"

#include <algorithm>
#include <string_view>

#include "base/letters.hpp"
#include "sql/types.hpp"

namespace pgplumb::sql::canon {
namespace {

// The place of `wanted` outside of quotes and parentheses.
std::size_t find_outside(std::string_view text, char wanted) {
  bool quoted = false;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == wanted && depth == 0) return i;
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
  }
  return std::string_view::npos;
}

// Of "integer, text": what ObjectId::member is then.
std::string key_of(std::string_view list, const std::vector<std::string>& path,
                   const Catalog& catalog) {
  std::vector<TypeRef> types;
  while (list.find_first_not_of(' ') != std::string_view::npos) {
    const std::size_t end = std::min(find_outside(list, ','), list.size());
    types.push_back(parse_type(std::string(list.substr(0, end)), catalog, path));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return arguments_key(types);
}

std::vector<ObjectId> overloads(const QualifiedName& name, const Catalog& catalog) {
  std::vector<ObjectId> ids = catalog.find_routines(name);
  const auto aggregates = catalog.find_named(ObjectKind::aggregate, name);
  ids.insert(ids.end(), aggregates.begin(), aggregates.end());
  return ids;
}

}  // namespace

std::vector<std::string> split_name(const std::string& raw) {
  std::vector<std::string> parts(1);
  bool in_quotes = false;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    if (in_quotes && raw.compare(at, 2, "\"\"") == 0) {
      parts.back() += raw[at++];
    } else if (c == '"') {
      in_quotes = !in_quotes;
    } else if (c == '.' && !in_quotes) {
      parts.emplace_back();
    } else {
      parts.back() += in_quotes ? c : lowered(c);
    }
  }
  return parts;
}

std::vector<ObjectId> named_routines(const std::string& raw, const std::vector<std::string>& path,
                                     const Catalog& catalog) {
  const std::size_t opens = find_outside(raw, '(');
  const std::vector<std::string> parts = split_name(raw.substr(0, opens));
  if (parts.empty() || parts.size() > 2) return {};
  for (const std::string& space : parts.size() == 2 ? std::vector{parts[0]} : path) {
    std::vector<ObjectId> found = overloads(qualified(space, parts.back()), catalog);
    const std::size_t closes = raw.rfind(')');
    if (opens != std::string::npos && closes != std::string::npos && closes > opens) {
      const std::string_view list = std::string_view(raw).substr(opens + 1, closes - opens - 1);
      const std::string key = key_of(list, path, catalog);
      std::erase_if(found, [&](const ObjectId& id) { return id.member != key; });
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace pgplumb::sql::canon
