#include "cli/dotenv.hpp"

#include <cctype>
#include <optional>

namespace pgplumb::cli {
namespace {

bool is_name(std::string_view text) {
  if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())) != 0) return false;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_' && c != '.') return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

char unescaped(char c) {
  switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c;
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
  }

  Variables parse() {
    while (at_ < text_.size()) parse_line();
    return std::move(variables_);
  }

 private:
  void parse_line() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view line = text_.substr(at_, end - at_);
    const std::size_t equals = line.find('=');
    std::string_view name = trim(line.substr(0, equals));
    if (name.starts_with("export ")) name = trim(name.substr(7));
    if (equals == std::string_view::npos || !is_name(name)) {
      at_ = end + 1;
      return;
    }
    at_ += equals + 1;
    while (at_ < end && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    const char quote = at_ < end ? text_[at_] : '\0';
    auto value = quote == '\'' || quote == '"' ? quoted(quote) : std::nullopt;
    variables_.insert_or_assign(std::string(name), value ? *value : bare(end));
    // What stands behind the value is no value of its own.
    at_ = std::min(text_.find('\n', at_), text_.size()) + 1;
  }

  // Nothing, and no step forward, when the quote is never closed.
  std::optional<std::string> quoted(char quote) {
    std::string value;
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
      if (text_[i] == quote) {
        at_ = i + 1;
        return value;
      }
      const bool escape = quote == '"' && text_[i] == '\\' && i + 1 < text_.size();
      value += escape ? unescaped(text_[++i]) : text_[i];
    }
    return std::nullopt;
  }

  std::string bare(std::size_t end) {
    std::string_view value = text_.substr(at_, end - at_);
    at_ = end;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool after_blank = i == 0 || value[i - 1] == ' ' || value[i - 1] == '\t';
      if (value[i] == '#' && after_blank) {
        value = value.substr(0, i);
        break;
      }
    }
    return std::string(trim(value));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Variables variables_;
};

}  // namespace

Variables parse_dotenv(std::string_view text) { return Parser(text).parse(); }

}  // namespace pgplumb::cli
