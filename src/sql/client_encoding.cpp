#include "sql/client_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/files.hpp"
#include "base/letters.hpp"

namespace pgplumb::sql {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"SQL_ASCII", "EUC_JP",        "EUC_CN",     "EUC_KR",     "EUC_TW",     "EUC_JIS_2004",
     "UTF8",      "MULE_INTERNAL", "LATIN1",     "LATIN2",     "LATIN3",     "LATIN4",
     "LATIN5",    "LATIN6",        "LATIN7",     "LATIN8",     "LATIN9",     "LATIN10",
     "WIN1256",   "WIN1258",       "WIN866",     "WIN874",     "KOI8R",      "WIN1251",
     "WIN1252",   "ISO_8859_5",    "ISO_8859_6", "ISO_8859_7", "ISO_8859_8", "WIN1250",
     "WIN1253",   "WIN1254",       "WIN1255",    "WIN1257",    "KOI8U",      "SJIS",
     "BIG5",      "GBK",           "UHC",        "GB18030",    "JOHAB",      "SHIFT_JIS_2004"});
constexpr auto kAliases = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"abc", "WIN1258"},         {"alt", "WIN866"},          {"iso88591", "LATIN1"},
     {"iso88592", "LATIN2"},     {"iso88593", "LATIN3"},     {"iso88594", "LATIN4"},
     {"iso88599", "LATIN5"},     {"iso885910", "LATIN6"},    {"iso885913", "LATIN7"},
     {"iso885914", "LATIN8"},    {"iso885915", "LATIN9"},    {"iso885916", "LATIN10"},
     {"koi8", "KOI8R"},          {"mskanji", "SJIS"},        {"shiftjis", "SJIS"},
     {"tcvn", "WIN1258"},        {"tcvn5712", "WIN1258"},    {"unicode", "UTF8"},
     {"vscii", "WIN1258"},       {"win", "WIN1251"},         {"win932", "SJIS"},
     {"win936", "GBK"},          {"win949", "UHC"},          {"win950", "BIG5"},
     {"windows1250", "WIN1250"}, {"windows1251", "WIN1251"}, {"windows1252", "WIN1252"},
     {"windows1253", "WIN1253"}, {"windows1254", "WIN1254"}, {"windows1255", "WIN1255"},
     {"windows1256", "WIN1256"}, {"windows1257", "WIN1257"}, {"windows1258", "WIN1258"},
     {"windows866", "WIN866"},   {"windows874", "WIN874"},   {"windows932", "SJIS"},
     {"windows936", "GBK"},      {"windows949", "UHC"},      {"windows950", "BIG5"}});

// iconv's names, where they are not PostgreSQL's own.
constexpr auto kIconvNames =
    std::to_array<std::pair<std::string_view, const char*>>({{"EUC_JP", "EUC-JP"},
                                                             {"EUC_CN", "EUC-CN"},
                                                             {"EUC_KR", "EUC-KR"},
                                                             {"EUC_TW", "EUC-TW"},
                                                             {"EUC_JIS_2004", "EUC-JISX0213"},
                                                             {"WIN1256", "CP1256"},
                                                             {"WIN1258", "CP1258"},
                                                             {"WIN866", "CP866"},
                                                             {"WIN874", "CP874"},
                                                             {"KOI8R", "KOI8-R"},
                                                             {"WIN1251", "CP1251"},
                                                             {"WIN1252", "CP1252"},
                                                             {"ISO_8859_5", "ISO-8859-5"},
                                                             {"ISO_8859_6", "ISO-8859-6"},
                                                             {"ISO_8859_7", "ISO-8859-7"},
                                                             {"ISO_8859_8", "ISO-8859-8"},
                                                             {"WIN1250", "CP1250"},
                                                             {"WIN1253", "CP1253"},
                                                             {"WIN1254", "CP1254"},
                                                             {"WIN1255", "CP1255"},
                                                             {"WIN1257", "CP1257"},
                                                             {"KOI8U", "KOI8-U"},
                                                             {"SJIS", "CP932"},
                                                             {"UHC", "CP949"},
                                                             {"SHIFT_JIS_2004", "SHIFT_JISX0213"}});

bool is_letter_or_digit(char c) {
  const char low = lowered(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (is_letter_or_digit(c)) letters += lowered(c);
  }
  return letters;
}

// The words, texts and signs of a short statement, one after the other.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  // A word in lower case, what stands between quotes, or one other character; "" at the end.
  std::string next() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) {
      ++at_;
    }
    if (at_ == text_.size()) return "";
    const char first = text_[at_];
    if (first == '\'' || first == '"') return quoted(first);
    std::string word;
    while (at_ < text_.size() && (is_letter_or_digit(text_[at_]) || text_[at_] == '_')) {
      word += lowered(text_[at_++]);
    }
    if (word.empty()) word = text_[at_++];
    return word;
  }

 private:
  std::string quoted(char quote) {
    const std::size_t end = std::min(text_.find(quote, at_ + 1), text_.size());
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, text_.size());
    return std::string(inside);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::string_view kOwn = "UTF8";

std::string value_of(Tokens& tokens) {
  std::string value = tokens.next();
  if (value == "=" || value == "to") value = tokens.next();
  return value == "default" ? std::string(kOwn) : value;
}

std::string set_config(Tokens& tokens) {
  std::string function = tokens.next();
  if (function == "pg_catalog" && tokens.next() == ".") function = tokens.next();
  const bool call = function == "set_config" && tokens.next() == "(";
  if (!call || letters_of(tokens.next()) != "clientencoding" || tokens.next() != ",") return "";
  return tokens.next();
}

const char* iconv_name(const std::string& encoding) {
  for (const auto& [name, other] : kIconvNames) {
    if (name == encoding) return other;
  }
  return encoding.c_str();
}

// Open while it lives.
class Converter {
 public:
  explicit Converter(const std::string& encoding)
      : handle_(iconv_open("UTF-8", iconv_name(encoding))) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }

  // iconv_open's own sign of failure.
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  [[nodiscard]] bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  Utf8Text convert(std::string_view bytes) {
    Utf8Text result;
    std::array<char, 4096> buffer{};
    // iconv's interface wants a pointer that it could write through, and does not.
    char* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    bool refused = false;
    while (left > 0 && !refused) {
      char* to = buffer.data();
      std::size_t room = buffer.size();
      refused = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) &&
                errno != E2BIG;
      result.text.append(buffer.data(), buffer.size() - room);
    }
    result.refused = bytes.size() - left;
    return result;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::string encoding_name(std::string_view written) {
  const std::string wanted = letters_of(written);
  for (const std::string_view name : kNames) {
    if (letters_of(name) == wanted) return std::string(name);
  }
  for (const auto& [alias, name] : kAliases) {
    if (alias == wanted) return std::string(name);
  }
  return "";
}

std::string encoding_set_by(std::string_view statement) {
  Tokens tokens(statement);
  const std::string verb = tokens.next();
  if (verb == "select") return set_config(tokens);
  std::string name = tokens.next();
  if (verb == "reset") return name == "client_encoding" || name == "all" ? std::string(kOwn) : "";
  if (verb != "set") return "";
  if (name == "session" || name == "local") name = tokens.next();
  return name == "client_encoding" || name == "names" ? value_of(tokens) : "";
}

Utf8Text to_utf8(std::string_view bytes, const std::string& encoding) {
  if (encoding == kOwn || encoding == "SQL_ASCII") {
    return {std::string(bytes), first_invalid_utf8(bytes)};
  }
  Converter converter(encoding);
  if (!converter.is_open()) return {{}, 0};
  return converter.convert(bytes);
}

}  // namespace pgplumb::sql
