#include "diff/sql_writer.hpp"

#include <algorithm>
#include <cctype>

#include "base/diagnostic.hpp"
#include "base/failure.hpp"
#include "schema/configuration.hpp"
#include "schema/quote.hpp"
#include "schema/running_role.hpp"

namespace pgplumb::diff {
namespace {

// The search path of a session that has set none.
bool is_ordinary(const SearchPath& path) { return path.size() == 1 && path.front() == "public"; }

const std::string& printed(const Expression& expression) {
  const bool as_written = expression.search_path == nullptr || is_ordinary(*expression.search_path);
  return as_written || !expression.closed ? expression.text : expression.canonical;
}

// Reads over SQL text far enough to tell where it is inside quotes, comments and parentheses.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool contained() {
    while (at_ < text_.size()) {
      if (!step()) return false;
    }
    return depth_ == 0;
  }

 private:
  [[nodiscard]] bool ahead(std::string_view what) const {
    return text_.substr(at_).starts_with(what);
  }

  bool step() {
    const char c = text_[at_];
    if (c == '\'') return quoted('\'', escapes());
    if (c == '"') return quoted('"', false);
    if (c == '$') return dollar();
    if (ahead("--")) return line_comment();
    if (ahead("/*")) return block_comment();
    if (c == ';' && !inside_body()) return false;
    if (c == '(') ++depth_;
    if (c == ')' && --depth_ < 0) return false;
    ++at_;
    return true;
  }

  // E'…' has backslash escapes.
  [[nodiscard]] bool escapes() const {
    if (at_ == 0 || (text_[at_ - 1] | 0x20) != 'e') return false;
    return at_ == 1 || !is_word(text_[at_ - 2]);
  }
  static bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  }

  bool quoted(char quote, bool backslashes) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (backslashes && text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == quote) {
        ++at_;
        return true;
      }
    }
    return false;
  }

  bool dollar() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const bool parameter =
        at_ + 1 < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) != 0;
    const bool in_word = at_ > 0 && is_word(text_[at_ - 1]);
    if (end >= text_.size() || text_[end] != '$' || parameter || in_word) {
      ++at_;
      return true;
    }
    const std::string_view tag = text_.substr(at_, end - at_ + 1);
    const std::size_t close = text_.find(tag, end + 1);
    if (close == std::string_view::npos) return false;
    at_ = close + tag.size();
    return true;
  }

  // A comment up to the end of the text would swallow what follows it.
  bool line_comment() {
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    return end != std::string_view::npos;
  }

  bool block_comment() {
    int nesting = 0;
    do {
      if (at_ >= text_.size()) return false;
      if (ahead("/*")) {
        ++nesting;
        at_ += 2;
      } else if (ahead("*/")) {
        --nesting;
        at_ += 2;
      } else {
        ++at_;
      }
    } while (nesting > 0);
    return true;
  }

  [[nodiscard]] bool inside_body() const {
    constexpr std::string_view kBegin = "BEGIN ATOMIC";
    const auto same = [](char a, char b) {
      return std::toupper(static_cast<unsigned char>(a)) == b;
    };
    return text_.size() > kBegin.size() && std::equal(kBegin.begin(), kBegin.end(), text_.begin(),
                                                      [&](char b, char a) { return same(a, b); });
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::pair<std::string, std::string> split_option(const std::string& option) {
  const std::size_t equals = option.find('=');
  if (equals == std::string::npos) return {option, ""};
  return {option.substr(0, equals), option.substr(equals + 1)};
}

// "toast.autovacuum_enabled": both parts are names.
std::string option_name(const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return quote_identifier(name);
  return quote_identifier(name.substr(0, dot)) + "." + quote_identifier(name.substr(dot + 1));
}

// Text that format() gives back as it is.
std::string as_pattern(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%') pattern += c;
    pattern += c;
  }
  return pattern;
}

// Settings whose value is a list of names: quoted one by one, as pg_dump does.
bool is_list_setting(const std::string& name) {
  return name == "search_path" || name == "temp_tablespaces" ||
         name == "session_preload_libraries" || name == "shared_preload_libraries" ||
         name == "local_preload_libraries";
}

// The elements of a list setting as it is stored: a, "b c", d.
std::vector<std::string> list_elements(const std::string& value) {
  std::vector<std::string> elements(1);
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '"') {
      const bool doubled = quoted && i + 1 < value.size() && value[i + 1] == '"';
      if (doubled) elements.back() += value[i++];
      if (!doubled) quoted = !quoted;
    } else if (c == ',' && !quoted) {
      elements.emplace_back();
    } else if (c != ' ' || quoted) {
      elements.back() += c;
    }
  }
  return elements;
}

}  // namespace

bool is_contained(std::string_view text) { return Scanner(text).contained(); }

void SqlWriter::append(std::string_view token) {
  if (!glued_) text_ += ' ';
  text_ += token;
  glued_ = false;
}

SqlWriter& SqlWriter::keyword(Words words) {
  append(words.text());
  return *this;
}

SqlWriter& SqlWriter::name(const Identifier& name) {
  append(quote_identifier(name));
  return *this;
}

SqlWriter& SqlWriter::name(const QualifiedName& name) {
  append(quote_qualified(name));
  return *this;
}

SqlWriter& SqlWriter::role(const std::string& role) {
  // PostgreSQL forbids a role called public, so the word alone is never a name.
  if (role == kRunningRole) return keyword("CURRENT_USER");
  append(role.empty() ? "PUBLIC" : quote_identifier(role));
  return *this;
}

namespace {

const std::string& operator_symbol(const QualifiedName& name) {
  constexpr std::string_view kCharacters = "+-*/<>=~!@#%^&|`?";
  const std::string& symbol = name.name.text();
  const bool plain =
      !symbol.empty() && symbol.find_first_not_of(kCharacters) == std::string::npos &&
      symbol.find("--") == std::string::npos && symbol.find("/*") == std::string::npos;
  if (!plain) throw Failure("not an operator: " + printable(symbol));
  return symbol;
}

}  // namespace

SqlWriter& SqlWriter::operator_(const QualifiedName& name) {
  const std::string& symbol = operator_symbol(name);
  const bool built_in = name.space.empty() || name.space.text() == "pg_catalog";
  append(built_in ? symbol : "OPERATOR(" + quote_identifier(name.space) + "." + symbol + ")");
  return *this;
}

SqlWriter& SqlWriter::operator_name(const QualifiedName& name) {
  append(quote_identifier(name.space) + "." + operator_symbol(name));
  return *this;
}

SqlWriter& SqlWriter::literal(std::string_view text) {
  append(quote_literal(text));
  return *this;
}

SqlWriter& SqlWriter::number(std::int64_t value) {
  append(std::to_string(value));
  return *this;
}

SqlWriter& SqlWriter::decimal(const std::string& digits) {
  const bool plain =
      !digits.empty() && digits.find_first_not_of("0123456789.eE+") == std::string::npos;
  if (!plain) throw Failure("not a number: " + printable(digits));
  append(digits);
  return *this;
}

SqlWriter& SqlWriter::type(const TypeRef& type) {
  const std::string text = format_type(type);
  if (!is_contained(text)) throw Failure("odd type modifier in " + printable(text));
  append(text);
  return *this;
}

SqlWriter& SqlWriter::signature(const std::string& key) {
  if (!is_contained(key)) throw Failure("odd signature " + printable(key));
  call();
  if (!key.empty()) append(key);
  return close();
}

SqlWriter& SqlWriter::cast(const TypeRef& to) {
  text_ += "::";
  glued_ = true;
  return type(to);
}

SqlWriter& SqlWriter::expression(const Expression& expression) {
  const std::string& text = printed(expression);
  if (!is_contained(text)) throw Failure("not one expression: " + printable(text));
  append(text);
  return *this;
}

SqlWriter& SqlWriter::parenthesized(const Expression& expression) {
  return open().expression(expression).close();
}

SqlWriter& SqlWriter::dollar_quoted(const std::string& body) {
  std::string tag = "$$";
  // A body that ends in "$" would also merge with the closing tag.
  for (int i = 0; body.find(tag.substr(0, tag.size() - 1)) != std::string::npos; ++i) {
    tag = i == 0 ? "$body$" : "$body" + std::to_string(i) + "$";
  }
  append(tag + body + tag);
  return *this;
}

SqlWriter& SqlWriter::options(const std::vector<std::string>& options) {
  open();
  list(options, [&](const std::string& option) {
    const auto [name, value] = split_option(option);
    append(option_name(name) + "=" + quote_literal(value));
  });
  return close();
}

SqlWriter& SqlWriter::option_names(const std::vector<std::string>& options) {
  open();
  list(options,
       [&](const std::string& option) { append(option_name(split_option(option).first)); });
  return close();
}

SqlWriter& SqlWriter::setting(const std::string& entry) {
  const auto [written, value] = split_option(entry);
  const bool from_current = written.ends_with(kFromCurrent);
  const std::string name = written.substr(0, written.size() - (from_current ? 1 : 0));
  keyword("SET");
  append(option_name(name));
  if (from_current) return keyword("FROM CURRENT");
  keyword("TO");
  if (!is_list_setting(name)) return literal(value);
  return list(list_elements(value), [&](const std::string& element) { literal(element); });
}

SqlWriter& SqlWriter::reset(const std::string& setting) {
  keyword("RESET");
  append(option_name(setting));
  return *this;
}

SqlWriter& SqlWriter::in_this_database(const SqlWriter& before, const SqlWriter& after) {
  const std::string pattern =
      as_pattern(before.text_) + " %I" + (after.text_.empty() ? "" : " " + as_pattern(after.text_));
  return keyword("DO").dollar_quoted("\nBEGIN\n    EXECUTE format(" + quote_literal(pattern) +
                                     ", current_database());\nEND\n");
}

SqlWriter& SqlWriter::part(const SqlWriter& other) {
  if (!other.text_.empty()) append(other.text_);
  return *this;
}

SqlWriter& SqlWriter::open() {
  append("(");
  glued_ = true;
  return *this;
}

SqlWriter& SqlWriter::call() {
  text_ += "(";
  glued_ = true;
  return *this;
}

SqlWriter& SqlWriter::close() {
  text_ += ')';
  glued_ = false;
  return *this;
}

SqlWriter& SqlWriter::comma() {
  text_ += ',';
  glued_ = false;
  return *this;
}

SqlWriter& SqlWriter::semicolon() {
  text_ += ';';
  glued_ = false;
  return *this;
}

SqlWriter& SqlWriter::dot() {
  text_ += '.';
  glued_ = true;
  return *this;
}

SqlWriter& SqlWriter::line(int depth) {
  text_ += '\n';
  text_.append(static_cast<std::size_t>(depth) * 4, ' ');
  glued_ = true;
  return *this;
}

SqlWriter& SqlWriter::names(const std::vector<Identifier>& names) {
  open();
  list(names, [&](const Identifier& item) { name(item); });
  return close();
}

}  // namespace pgplumb::diff
