#include "report/json_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/report/sample.hpp"

namespace pgplumb::report {
namespace {

using Json = nlohmann::json;

TEST(JsonReport, CountsAndEntries) {
  const Sample sample;
  const Json json = Json::parse(render_json(sample.report()));
  EXPECT_EQ(json["tool"], "pgplumb");
  EXPECT_EQ(json["objects"], 5);
  EXPECT_EQ(json["different"], 3);
  EXPECT_EQ(json["unmanaged"], 1);
  EXPECT_EQ(json["opaque"], 1);
  EXPECT_EQ(json["milliseconds"], 7);
  ASSERT_EQ(json["differences"].size(), 4U);
  const Json& pages = json["differences"][0];
  EXPECT_EQ(pages["verb"], "alter");
  EXPECT_EQ(pages["kind"], "attribute");
  EXPECT_EQ(pages["object"], "app.book.pages");
  EXPECT_EQ(pages["names"], Json::parse(R"({"schema": "app", "name": "book", "part": "pages"})"));
  EXPECT_EQ(
      pages["fields"][0],
      Json::parse(
          R"({"name": "type", "verdict": "different", "current": "bigint", "desired": "integer"})"));
  EXPECT_EQ(pages["origin"],
            Json::parse(R"({"file": "migrations/1_a.up.sql", "line": 2, "column": 3})"));
  EXPECT_EQ(json["differences"][2]["dropped"]["line"], 3);
  EXPECT_EQ(json["differences"][3]["folded_into"], "table app.extra");
  ASSERT_EQ(json["unknowns"].size(), 1U);
  EXPECT_EQ(json["unknowns"][0]["fields"][0]["name"], "query");
}

TEST(JsonReport, BytesThatAreNoUtf8AreReplaced) {
  Sample sample;
  sample.diagnostics.add(DiagnosticCode::not_utf8, "caf\xE9");
  const std::string text = render_json(sample.report());
  EXPECT_EQ(Json::parse(text)["diagnostics"][0]["message"], "caf\xEF\xBF\xBD");
}

}  // namespace
}  // namespace pgplumb::report
