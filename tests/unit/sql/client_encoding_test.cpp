#include "sql/client_encoding.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "sql/parse.hpp"

namespace pgplumb::sql {
namespace {

TEST(ClientEncoding, IsNamedAsPostgresqlNamesIt) {
  EXPECT_EQ(encoding_name("latin1"), "LATIN1");
  EXPECT_EQ(encoding_name("iso 8859-1"), "LATIN1");
  EXPECT_EQ(encoding_name("Windows-1252"), "WIN1252");
  EXPECT_EQ(encoding_name("unicode"), "UTF8");
  EXPECT_EQ(encoding_name("klingon"), "");
}

TEST(ClientEncoding, IsSetByAFewStatements) {
  EXPECT_EQ(encoding_set_by("SET client_encoding = 'latin1'"), "latin1");
  EXPECT_EQ(encoding_set_by("set local client_encoding to win1252"), "win1252");
  EXPECT_EQ(encoding_set_by("SET NAMES 'utf8'"), "utf8");
  EXPECT_EQ(encoding_set_by("SET client_encoding TO DEFAULT"), "UTF8");
  EXPECT_EQ(encoding_set_by("RESET ALL"), "UTF8");
  EXPECT_EQ(encoding_set_by("SELECT pg_catalog.set_config('client_encoding', 'latin1', false)"),
            "latin1");
  EXPECT_EQ(encoding_set_by("SET search_path = names"), "");
  EXPECT_EQ(encoding_set_by("SELECT 'client_encoding'"), "");
}

TEST(ClientEncoding, BytesBecomeUtf8) {
  EXPECT_EQ(to_utf8("R\xE9sum\xE9", "LATIN1").text, "Résumé");
  EXPECT_EQ(to_utf8("\x80", "WIN1252").text, "€");
  EXPECT_EQ(to_utf8("a\x81", "WIN1253").refused, 1U);
  EXPECT_EQ(to_utf8("Résumé", "UTF8").text, "Résumé");
}

std::vector<std::string> visited(const std::string& text, Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for_each_decoded_statement(
      std::make_shared<const SourceText>("f.sql", text), diagnostics,
      [&](const Statement& statement) { found.emplace_back(statement.text()); });
  return found;
}

TEST(ClientEncoding, OfAFileHoldsFromTheStatementOnThatSetsIt) {
  Diagnostics diagnostics;
  const auto found = visited(
      "select 'é'; set client_encoding to latin1; select 'Ã©', '\xE9'; reset client_encoding; "
      "select 'é'",
      diagnostics);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0], "select 'é'");
  EXPECT_EQ(found[2], "select 'Ã\xC2\x83Â©', 'é'");
  EXPECT_EQ(found[4], "select 'é'");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(ClientEncoding, WhatIsNotOfItIsNamed) {
  Diagnostics diagnostics;
  visited("set client_encoding to win1253;\nselect '\x81'", diagnostics);
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.all().front().message,
            "the byte 0x81 is not WIN1253, which the file says it is in");
  EXPECT_EQ(diagnostics.all().front().span.label(), "f.sql:2:9");
}

}  // namespace
}  // namespace pgplumb::sql
