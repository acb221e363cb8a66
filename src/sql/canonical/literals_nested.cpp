// Arrays and JSON.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/canonical/builtins.hpp"
#include "sql/canonical/literal_text.hpp"
#include "sql/canonical/literals.hpp"

namespace pgplumb::sql::canon {
namespace {

constexpr int kMaxNesting = 64;

// jsonb's own order of keys: shorter first, then bytewise.
struct KeyOrder {
  bool operator()(const std::string& a, const std::string& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

// Reads JSON and writes it as jsonb prints it. Gives up on escapes and exponents.
class JsonPrinter {
 public:
  explicit JsonPrinter(std::string_view text) : text_(text) {}

  std::optional<std::string> run() {
    std::optional<std::string> out = value(0);
    skip();
    return text_.empty() ? out : std::nullopt;
  }

 private:
  void skip() {
    while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\n' ||
                              text_.front() == '\t' || text_.front() == '\r')) {
      text_.remove_prefix(1);
    }
  }
  bool accept(char c) {
    skip();
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool accept(std::string_view word) {
    if (text_.compare(0, word.size(), word) != 0) return false;
    text_.remove_prefix(word.size());
    return true;
  }

  std::optional<std::string> value(int depth) {
    skip();
    if (text_.empty() || depth > kMaxNesting) return {};
    if (text_.front() == '{') return object(depth);
    if (text_.front() == '[') return array(depth);
    if (text_.front() == '"') return string();
    for (const char* word : {"true", "false", "null"}) {
      if (accept(std::string_view(word))) return word;
    }
    return number();
  }

  std::optional<std::string> string() {
    if (!accept('"')) return {};
    const std::size_t end = text_.find('"');
    if (end == std::string_view::npos) return {};
    const std::string_view inside = text_.substr(0, end);
    for (const char c : inside) {
      if (c == '\\' || static_cast<unsigned char>(c) < 0x20) return {};
    }
    text_.remove_prefix(end + 1);
    return "\"" + std::string(inside) + "\"";
  }

  std::optional<std::string> number() {
    std::size_t size = 0;
    while (size < text_.size() &&
           std::string_view("0123456789.-").find(text_[size]) != std::string_view::npos) {
      ++size;
    }
    const NormalLiteral normal =
        normal_literal(*known().numeric, std::string(text_.substr(0, size)));
    if (size == 0 || !normal.certain) return {};
    if (size < text_.size() && (text_[size] == 'e' || text_[size] == 'E')) return {};
    text_.remove_prefix(size);
    return normal.text;
  }

  std::optional<std::string> array(int depth) {
    accept('[');
    std::string out = "[";
    if (accept(']')) return out + "]";
    do {
      const auto item = value(depth + 1);
      if (!item) return {};
      if (out.size() > 1) out += ", ";
      out += *item;
    } while (accept(','));
    return accept(']') ? std::optional(out + "]") : std::nullopt;
  }

  std::optional<std::string> object(int depth) {
    accept('{');
    std::map<std::string, std::string, KeyOrder> members;
    if (accept('}')) return "{}";
    do {
      skip();
      const auto key = string();
      if (!key || !accept(':')) return {};
      auto item = value(depth + 1);
      if (!item) return {};
      members[*key] = std::move(*item);
    } while (accept(','));
    if (!accept('}')) return {};
    std::string out = "{";
    for (const auto& [key, item] : members) {
      if (out.size() > 1) out += ", ";
      out.append(key).append(": ").append(item);
    }
    return out + "}";
  }

  std::string_view text_;
};

struct ArrayItem {
  std::string text;
  bool quoted = false;
};

// The items of a one-dimensional array; nothing for what is more involved.
std::optional<std::vector<ArrayItem>> array_items(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return {};
  text = text.substr(1, text.size() - 2);
  std::vector<ArrayItem> items;
  if (std::all_of(text.begin(), text.end(), is_space)) return items;
  std::size_t at = 0;
  while (true) {
    ArrayItem item;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at < text.size() && text[at] == '"') {
      item.quoted = true;
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && ++at == text.size()) return {};
        item.text += text[at];
      }
      if (at++ == text.size()) return {};
      while (at < text.size() && is_space(text[at])) ++at;
    } else {
      const std::size_t end = std::min(text.find(',', at), text.size());
      item.text = std::string(text.substr(at, end - at));
      while (!item.text.empty() && is_space(item.text.back())) item.text.pop_back();
      if (item.text.empty() || item.text.find_first_of("{}\"\\") != std::string::npos) return {};
      at = end;
    }
    items.push_back(std::move(item));
    if (at == text.size()) return items;
    if (text[at++] != ',') return {};
  }
}

bool is_null_word(const std::string& text) {
  return text.size() == 4 && (text[0] | 0x20) == 'n' && (text[1] | 0x20) == 'u' &&
         (text[2] | 0x20) == 'l' && (text[3] | 0x20) == 'l';
}

std::string print_item(const std::string& text) {
  const bool plain = !text.empty() && !is_null_word(text) &&
                     text.find_first_of("{}\"\\,") == std::string::npos &&
                     std::none_of(text.begin(), text.end(), is_space);
  if (plain) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

NormalLiteral normal_jsonb(const std::string& raw) {
  const auto printed = JsonPrinter(raw).run();
  return printed ? NormalLiteral{*printed, true} : NormalLiteral{raw, false};
}

namespace {

// A path of keys and whole arrays, as it is mostly written: $.a."b"[*]. Filters, methods and
// arithmetic need the type's own code.
class JsonPathPrinter {
 public:
  explicit JsonPathPrinter(std::string_view text) : left_(trimmed(text)) {}

  std::optional<std::string> run() {
    std::string out = take("strict ") ? "strict " : "";
    if (out.empty() && take("lax ")) out.clear();  // the default is not printed
    left_ = trimmed(left_);
    if (!take("$")) return std::nullopt;
    out += '$';
    while (!left_.empty()) {
      const auto step = take("[*]") ? std::optional<std::string>("[*]")
                        : take(".") ? key()
                                    : std::nullopt;
      if (!step) return std::nullopt;
      out += *step;
    }
    return out;
  }

 private:
  bool take(std::string_view words) {
    if (!left_.starts_with(words)) return false;
    left_.remove_prefix(words.size());
    return true;
  }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  std::optional<std::string> key() {
    if (take("*")) return ".*";
    const bool quoted = take("\"");
    std::size_t end = 0;
    while (end < left_.size() && (is_letter(left_[end]) || (end > 0 && is_digit(left_[end]))))
      ++end;
    const std::string name(left_.substr(0, end));
    left_.remove_prefix(end);
    if (name.empty() || (quoted && !take("\""))) return std::nullopt;
    return ".\"" + name + "\"";
  }

  std::string_view left_;
};

}  // namespace

NormalLiteral normal_jsonpath(const std::string& raw) {
  const auto printed = JsonPathPrinter(raw).run();
  return printed ? NormalLiteral{*printed, true} : NormalLiteral{raw, false};
}

NormalLiteral normal_array(const TypeInfo& element, const std::string& raw) {
  const auto items = array_items(raw);
  if (!items) return {raw, false};
  std::string out = "{";
  bool certain = true;
  for (const ArrayItem& item : *items) {
    if (out.size() > 1) out += ',';
    if (!item.quoted && is_null_word(item.text)) {
      out += "NULL";
      continue;
    }
    NormalLiteral normal = normal_literal(element, item.text);
    // boolean prints as t and f inside arrays
    if (&element == known().boolean && normal.certain) normal.text.resize(1);
    certain = certain && normal.certain;
    out += print_item(normal.text);
  }
  return {certain ? out + "}" : raw, certain};
}

}  // namespace pgplumb::sql::canon
