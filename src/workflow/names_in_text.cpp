#include "workflow/names_in_text.hpp"

#include <string_view>

#include "base/letters.hpp"

namespace pgplumb::workflow {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_word(char c) {
  const char low = lowered(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         (c & '\x80') != 0;
}

// The next place of the keyword `word` in lowered text, at or after `from`; npos: none.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(text[at - 1]);
    const bool ends = end == text.size() || !is_word(text[end]);
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

// Whether `word` stands before `at` in lowered text, with nothing but blanks between.
bool follows_word(std::string_view text, std::size_t at, std::string_view word) {
  while (at > 0 && is_space(text[at - 1])) --at;
  if (at < word.size()) return false;
  const std::size_t begin = at - word.size();
  return find_word(text.substr(0, at), word, begin) == begin;
}

// Words and quoted names of SQL text, one after the other; everything else is passed over.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  // The next word in lower case, or "" when something else follows.
  std::string word() {
    skip_spaces();
    std::string found;
    while (at_ < text_.size() && is_word(text_[at_])) found += lowered(text_[at_++]);
    return found;
  }

  // A word or a quoted name; "" when something else follows.
  std::string name() {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != '"') return word();
    std::string found;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        found += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        found += text_[at_++];
      } else {
        ++at_;
        break;
      }
    }
    return found;
  }

  [[nodiscard]] bool follows(char c) {
    skip_spaces();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // Without a blank between.
  [[nodiscard]] bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }

  [[nodiscard]] bool at_end() {
    skip_spaces();
    return at_ >= text_.size();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// After the words CREATE SCHEMA. "" for a name that is put together when the text runs:
// 'CREATE SCHEMA tenant_' || n, format('CREATE SCHEMA "Tenant %s"', n).
std::string created_name(Words& words) {
  std::string name = words.name();
  if (name == "if") {
    words.word();  // NOT
    words.word();  // EXISTS
    name = words.name();
  }
  if (name == "authorization") name = words.name();
  const bool is_part = name.find('%') != std::string::npos || words.at('%') ||
                       (words.follows('\'') && (words.follows('|') || words.follows(',')));
  return is_part ? "" : name;
}

// The text with blanks in place of comments, also of those inside dollar quotes; in length the
// same.
std::string without_comments(std::string_view written) {
  std::string text(written);
  bool quoted = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view two = written.substr(at, 2);
    if (depth == 0 && text[at] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (depth == 0 && two == "--") {
      for (; at < text.size() && text[at] != '\n'; ++at) text[at] = ' ';
    } else if (two == "/*" || (two == "*/" && depth > 0)) {
      depth += two == "/*" ? 1 : -1;
      text[at] = ' ';
      if (++at < text.size()) text[at] = ' ';
    } else if (depth > 0 && text[at] != '\n') {
      text[at] = ' ';
    }
  }
  return text;
}

// CREATE ROLE, USER or GROUP at `at`, which is one of these words; not CREATE USER MAPPING.
std::optional<std::string> created_role(std::string_view written, std::size_t at) {
  Words words(written.substr(at));
  words.word();
  std::string name = words.name();
  return name == "mapping" ? std::nullopt : std::optional(std::move(name));
}

}  // namespace

SearchPath read_search_path(std::string_view setting, const std::string& user) {
  SearchPath path;
  Words words(setting);
  while (!words.at_end()) {
    const std::string name = words.name();
    if (!name.empty()) path.push_back(name == "$user" ? user : name);
    if (!words.follows(',')) break;
  }
  return path;
}

std::optional<std::set<std::string>> created_namespaces(std::string_view whole) {
  constexpr std::string_view kSchema = "schema";
  const std::string written = without_comments(whole);
  const std::string text = lowered(written);
  std::set<std::string> names;
  for (std::size_t at = find_word(text, kSchema, 0); at != std::string_view::npos;
       at = find_word(text, kSchema, at + 1)) {
    if (!follows_word(text, at, "create")) continue;
    Words words(std::string_view(written).substr(at + kSchema.size()));
    std::string name = created_name(words);
    if (name.empty()) return std::nullopt;
    names.insert(std::move(name));
  }
  return names;
}

std::vector<std::pair<std::string, std::string>> renamed_namespaces(std::string_view written) {
  constexpr std::string_view kSchema = "schema";
  const std::string text = lowered(written);
  std::vector<std::pair<std::string, std::string>> renames;
  for (std::size_t at = find_word(text, kSchema, 0); at != std::string_view::npos;
       at = find_word(text, kSchema, at + 1)) {
    if (!follows_word(text, at, "alter")) continue;
    Words words(written.substr(at + kSchema.size()));
    std::string before = words.name();
    if (words.word() != "rename" || words.word() != "to") continue;
    std::string after = words.name();
    if (!before.empty() && !after.empty())
      renames.emplace_back(std::move(before), std::move(after));
  }
  return renames;
}

std::vector<std::string_view> string_constants(std::string_view expression) {
  std::vector<std::string_view> constants;
  for (std::size_t begin = expression.find('\''); begin != std::string_view::npos;) {
    const std::size_t end = expression.find('\'', begin + 1);
    if (end == std::string_view::npos) break;
    constants.push_back(expression.substr(begin, end + 1 - begin));
    begin = expression.find('\'', end + 1);
  }
  return constants;
}

std::vector<std::string> number_constants(std::string_view expression) {
  std::vector<std::string> found;
  char quote = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (is_word(c)) {
      std::size_t end = i;
      while (end < expression.size() && (is_word(expression[end]) || expression[end] == '.')) ++end;
      const std::string word(expression.substr(i, end - i));
      if (word.find_first_not_of("0123456789.") == std::string::npos) found.push_back(word);
      i = end - 1;
    }
  }
  return found;
}

bool stands_in(std::string_view text, std::string_view name) {
  return find_word(text, name, 0) != std::string_view::npos;
}

bool may_set_default(std::string_view written, std::string_view setting) {
  constexpr auto kNone = std::string_view::npos;
  const std::string text = lowered(written);
  if (find_word(text, setting, 0) == kNone) return false;
  for (std::size_t at = find_word(text, "alter", 0); at != kNone;
       at = find_word(text, "alter", at + 1)) {
    Words words(written.substr(at));
    words.word();
    const std::string what = words.word();
    if (what == "database" || what == "role" || what == "user") return true;
  }
  return false;
}

bool may_create_role(std::string_view written, std::string_view role) {
  const std::string text = lowered(written);
  for (const std::string_view word : {"role", "user", "group"}) {
    for (std::size_t at = find_word(text, word, 0); at != std::string_view::npos;
         at = find_word(text, word, at + 1)) {
      if (!follows_word(text, at, "create")) continue;
      const auto name = created_role(written, at);
      // A name that is put together somewhere is somewhere in the text.
      const bool plain = name && !name->empty();
      if (plain ? *name == role : name && written.find(role) != std::string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace pgplumb::workflow
