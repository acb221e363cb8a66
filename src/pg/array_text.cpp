#include "pg/array_text.hpp"

#include <charconv>

namespace pgplumb::pg {
namespace {

bool is_null_word(std::string_view word) {
  return word.size() == 4 && (word[0] == 'N' || word[0] == 'n') &&
         (word[1] == 'U' || word[1] == 'u') && (word[2] == 'L' || word[2] == 'l') &&
         (word[3] == 'L' || word[3] == 'l');
}

// Reads what stands between the braces, front to back.
class ArrayReader {
 public:
  explicit ArrayReader(std::string_view text) : text_(text) {}

  std::optional<ArrayElements> read() {
    skip_bounds();
    if (!take('{')) return std::nullopt;
    ArrayElements elements;
    if (!take('}')) {
      do {
        if (!read_element(elements)) return std::nullopt;
      } while (take(','));
      if (!take('}')) return std::nullopt;
    }
    if (at_ != text_.size()) return std::nullopt;
    return elements;
  }

 private:
  bool take(char byte) {
    if (at_ >= text_.size() || text_[at_] != byte) return false;
    ++at_;
    return true;
  }

  void skip_bounds() {
    if (text_.starts_with('[')) {
      if (const std::size_t equals = text_.find('='); equals != std::string_view::npos) {
        at_ = equals + 1;
      }
    }
  }

  bool read_element(ArrayElements& elements) {
    return take('"') ? read_quoted(elements) : read_bare(elements);
  }

  bool read_quoted(ArrayElements& elements) {
    std::string element;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\') ++at_;
      if (at_ < text_.size()) element += text_[at_++];
    }
    elements.emplace_back(std::move(element));
    return take('"');
  }

  bool read_bare(ArrayElements& elements) {
    std::string element;
    bool escaped = false;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}') {
      if (text_[at_] == '{' || text_[at_] == '"') return false;
      if (text_[at_] == '\\') {
        escaped = true;
        if (++at_ == text_.size()) return false;
      }
      element += text_[at_++];
    }
    if (element.empty()) return false;
    if (!escaped && is_null_word(element)) {
      elements.emplace_back(std::nullopt);
    } else {
      elements.emplace_back(std::move(element));
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<std::int64_t> to_integer(std::string_view text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

}  // namespace

std::optional<ArrayElements> parse_array(std::string_view text) { return ArrayReader(text).read(); }

std::optional<std::vector<std::int64_t>> parse_integers(std::string_view text) {
  if (text.starts_with('[')) text.remove_prefix(std::min(text.find('=') + 1, text.size()));
  const bool braces = text.starts_with('{');
  if (braces && !text.ends_with('}')) return std::nullopt;
  if (braces) text = text.substr(1, text.size() - 2);
  const char separator = braces ? ',' : ' ';
  std::vector<std::int64_t> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::optional<std::int64_t> value = to_integer(text.substr(0, end));
    if (!value || end + 1 == text.size()) return std::nullopt;
    values.push_back(*value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

std::string format_array(const std::vector<std::string>& elements) {
  std::string out = "{";
  for (const std::string& element : elements) {
    if (out.size() > 1) out += ',';
    out += '"';
    for (const char byte : element) {
      if (byte == '"' || byte == '\\') out += '\\';
      out += byte;
    }
    out += '"';
  }
  return out + "}";
}

}  // namespace pgplumb::pg
