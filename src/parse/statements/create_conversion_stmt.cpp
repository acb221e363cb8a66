// CREATE [DEFAULT] CONVERSION.
#include <array>
#include <string_view>
#include <utility>

#include "parse/definitions.hpp"
#include "parse/statements.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// pg_encoding_to_char's name of an encoding, however it is written: only letters and digits count.
std::string encoding_name(const char* written) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"SQL_ASCII", "EUC_JP",        "EUC_CN",     "EUC_KR",     "EUC_TW",     "EUC_JIS_2004",
       "UTF8",      "MULE_INTERNAL", "LATIN1",     "LATIN2",     "LATIN3",     "LATIN4",
       "LATIN5",    "LATIN6",        "LATIN7",     "LATIN8",     "LATIN9",     "LATIN10",
       "WIN1256",   "WIN1258",       "WIN866",     "WIN874",     "KOI8R",      "WIN1251",
       "WIN1252",   "ISO_8859_5",    "ISO_8859_6", "ISO_8859_7", "ISO_8859_8", "WIN1250",
       "WIN1253",   "WIN1254",       "WIN1255",    "WIN1257",    "KOI8U",      "SJIS",
       "BIG5",      "GBK",           "UHC",        "GB18030",    "JOHAB",      "SHIFT_JIS_2004"});
  static constexpr auto kAliases = std::to_array<std::pair<std::string_view, std::string_view>>(
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
  const auto plain = [](std::string_view text) {
    std::string letters;
    for (const char c : text) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (kept) letters += static_cast<char>(upper ? c - 'A' + 'a' : c);
    }
    return letters;
  };
  const std::string wanted = plain(written);
  for (const std::string_view name : kNames) {
    if (plain(name) == wanted) return std::string(name);
  }
  for (const auto& [alias, name] : kAliases) {
    if (alias == wanted) return std::string(name);
  }
  return written;
}

}  // namespace

void lower(const ::CreateConversionStmt& statement, Replay& replay) {
  const ObjectId id =
      object_id(ObjectKind::conversion, replay.creation_name(statement.conversion_name));
  if (!is_free(id, replay)) return;
  Conversion conversion;
  conversion.for_encoding = encoding_name(statement.for_encoding_name);
  conversion.to_encoding = encoding_name(statement.to_encoding_name);
  conversion.function = sql::find_function_named(sql::strings_of(statement.func_name),
                                                 replay.catalog(), replay.search_path());
  conversion.is_default = statement.def;
  replay.put(id, std::move(conversion));
}

}  // namespace pgplumb::parse
