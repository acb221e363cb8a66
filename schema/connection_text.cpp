#include "schema/connection_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace pgplumb {
namespace {

constexpr std::string_view kMask = "****";
constexpr std::array<std::string_view, 3> kSecrets = {"password", "sslpassword",
                                                      "oauth_client_secret"};

bool is_secret(std::string_view keyword) {
  return std::find(kSecrets.begin(), kSecrets.end(), keyword) != kSecrets.end();
}

// A keyword of a URI may be percent-encoded: nobody does that for an honest reason.
bool may_be_secret(std::string_view keyword) {
  return is_secret(keyword) || keyword.find('%') != std::string_view::npos;
}

bool is_space(char byte) { return std::isspace(static_cast<unsigned char>(byte)) != 0; }

struct Texts {
  std::string masked;
  std::string without;
  bool secrets = false;

  void both(std::string_view text) {
    masked += text;
    without += text;
  }
};

// keyword = value pairs; a value may stand in single quotes, with backslash escapes.
class PairReader {
 public:
  explicit PairReader(std::string_view text) : text_(text) {}

  // Nothing when the text is not of that form.
  std::optional<Texts> read() {
    for (;;) {
      const std::size_t begin = at_;
      skip_spaces();
      if (at_ == text_.size()) {
        texts_.both(text_.substr(begin));
        return std::move(texts_);
      }
      if (!pair(begin)) return std::nullopt;
    }
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool pair(std::size_t begin) {
    const std::size_t word = at_;
    while (at_ < text_.size() && text_[at_] != '=' && !is_space(text_[at_])) ++at_;
    const std::string_view keyword = text_.substr(word, at_ - word);
    skip_spaces();
    if (at_ == text_.size() || text_[at_] != '=') return false;
    ++at_;
    skip_spaces();
    const std::size_t value = at_;
    if (!skip_value()) return false;
    if (!is_secret(keyword)) {
      texts_.both(text_.substr(begin, at_ - begin));
      return true;
    }
    texts_.secrets = true;
    texts_.masked.append(text_.substr(begin, value - begin)).append(kMask);
    return true;
  }

  bool skip_value() {
    const bool quoted = at_ < text_.size() && text_[at_] == '\'';
    if (quoted) ++at_;
    while (at_ < text_.size()) {
      if (quoted ? text_[at_] == '\'' : is_space(text_[at_])) break;
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    if (at_ > text_.size() || (quoted && at_ == text_.size())) return false;
    if (quoted) ++at_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Texts texts_;
};

void query_parameters(std::string_view query, Texts& texts) {
  bool first_masked = true;
  bool first_without = true;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    const std::string_view keyword = parameter.substr(0, parameter.find('='));
    texts.masked += first_masked ? '?' : '&';
    first_masked = false;
    if (may_be_secret(keyword)) {
      texts.secrets = true;
      texts.masked.append(keyword).append("=").append(kMask);
      continue;
    }
    texts.masked += parameter;
    texts.without += first_without ? '?' : '&';
    texts.without += parameter;
    first_without = false;
  }
}

Texts all_masked() { return {std::string(kMask), {}, true}; }

// scheme://user:password@hosts/database?parameters
Texts uri_texts(std::string_view uri) {
  Texts texts;
  const std::size_t authority = uri.find("://") + 3;
  texts.both(uri.substr(0, authority));
  uri.remove_prefix(authority);
  const std::string_view before_query = uri.substr(0, uri.find('?'));
  const std::size_t at = before_query.substr(0, before_query.find('/')).rfind('@');
  std::string_view rest = before_query;
  if (at != std::string_view::npos) {
    const std::string_view user = before_query.substr(0, at);
    const std::size_t colon = user.find(':');
    texts.both(user.substr(0, colon));
    if (colon != std::string_view::npos) {
      texts.secrets = true;
      texts.masked.append(":").append(kMask);
    }
    rest.remove_prefix(at);
  }
  // Where a password holds what it must not hold bare, nobody knows where it ends.
  if (rest.find('@', 1) != std::string_view::npos) return all_masked();
  texts.both(rest);
  if (before_query.size() < uri.size()) {
    const std::string_view query = uri.substr(before_query.size() + 1);
    if (query.find('@') != std::string_view::npos) return all_masked();
    query_parameters(query, texts);
  }
  return texts;
}

Texts texts_of(std::string_view conninfo) {
  const bool uri = conninfo.starts_with("postgresql://") || conninfo.starts_with("postgres://");
  if (uri) return uri_texts(conninfo);
  if (auto texts = PairReader(conninfo).read()) return *texts;
  return all_masked();
}

}  // namespace

ConnectionText ConnectionText::of(std::string_view conninfo) {
  Texts texts = texts_of(conninfo);
  ConnectionText connection;
  connection.known_ = true;
  connection.masked_ = std::move(texts.masked);
  connection.without_secrets_ = std::move(texts.without);
  connection.has_secrets_ = texts.secrets;
  return connection;
}

Verdict compare_value(const ConnectionText& current, const ConnectionText& desired) {
  if (!current.known() || !desired.known()) return Verdict::unknown;
  return current.masked() == desired.masked() ? Verdict::equal : Verdict::different;
}

std::string describe(const ConnectionText& value) {
  return value.known() ? value.masked() : "(not readable)";
}

}  // namespace pgplumb
