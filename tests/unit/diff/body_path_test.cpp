#include "diff/body_path.hpp"

#include <gtest/gtest.h>

#include "diff/words.hpp"
#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

std::string shown(const std::string& text) {
  std::string all;
  for (const Word& word : words_in(text)) {
    all += (all.empty() ? "" : " ") + std::string(word.qualified ? "." : "") + word.text +
           (word.names_row_or_type ? "%" : "");
  }
  return all;
}

TEST(Words, AreNamesAndOperators) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("SELECT a.B,\"Wide Name\"||c FROM s . t"),
            "select a .b Wide Name || c from s .t");
  EXPECT_EQ(shown("DECLARE r item%ROWTYPE; x int % 2"), "declare r item% % rowtype x int % 2");
  EXPECT_EQ(shown("\"a\".\"b\""), "a .b");
}

bool needs_path(const char* language, const char* body, const char* setting = nullptr) {
  testing::Model state;
  state.table("shared", {{"id", "int4"}});
  state.put(object_id(ObjectKind::namespace_, Identifier("app")), Namespace{});
  state.put(object_id(ObjectKind::relation, qualified("app", "item")), Relation{});
  state.put(object_id(ObjectKind::relation, qualified("app", "shared")), Relation{});
  state.put(object_id(ObjectKind::enum_type, qualified("app", "mood")), EnumType{});
  Routine routine;
  routine.language = Identifier(language);
  routine.body = body;
  if (setting != nullptr) routine.configuration = {setting};
  return needs_other_path(routine, state);
}

TEST(BodyPath, IsNeededForWhatStandsElsewhereAndIsNotQualified) {
  EXPECT_TRUE(needs_path("sql", "SELECT id FROM item"));
  EXPECT_TRUE(needs_path("sql", "SELECT 'sad'::mood"));
  EXPECT_FALSE(needs_path("sql", "SELECT id FROM app.item"));
  EXPECT_FALSE(needs_path("sql", "SELECT id FROM shared"));
  EXPECT_FALSE(needs_path("sql", "SELECT id FROM nowhere"));
  EXPECT_FALSE(needs_path("sql", "SELECT id FROM item", "search_path=app"));
  EXPECT_FALSE(needs_path("c", "item"));
}

TEST(BodyPath, OfPlPgSqlIsNeededForTypesAlone) {
  EXPECT_FALSE(needs_path("plpgsql", "BEGIN SELECT id FROM item; END"));
  EXPECT_TRUE(needs_path("plpgsql", "DECLARE x mood; BEGIN END"));
  EXPECT_TRUE(needs_path("plpgsql", "DECLARE x item%ROWTYPE; BEGIN END"));
}

bool names_gone(const char* language, const char* body) {
  Catalog state = testing::Model().table("item", {{"id", "int4"}});
  const ObjectId table = object_id(ObjectKind::relation, qualified("app", "thing"));
  for (const ObjectId& id : {object_id(ObjectKind::namespace_, Identifier("shop")), table,
                             object_id(ObjectKind::enum_type, qualified("app", "mood")),
                             part_of(object_id(ObjectKind::relation, qualified("public", "item")),
                                     ObjectKind::attribute, Identifier("size"))}) {
    state.dropped.emplace(id, SourceSpan{});
  }
  Routine routine;
  routine.language = Identifier(language);
  routine.body = body;
  return names_what_went(routine, state);
}

TEST(BodyPath, OfWhatWentAndWasRenamed) {
  EXPECT_TRUE(names_gone("sql", "SELECT * FROM shop.item"));
  EXPECT_TRUE(names_gone("sql", "SELECT * FROM thing"));
  EXPECT_TRUE(names_gone("sql", "SELECT size FROM item"));
  EXPECT_FALSE(names_gone("sql", "SELECT size FROM other"));
  EXPECT_FALSE(names_gone("sql", "SELECT id FROM item"));
  EXPECT_TRUE(names_gone("plpgsql", "DECLARE x mood; BEGIN END"));
  EXPECT_FALSE(names_gone("plpgsql", "BEGIN SELECT id FROM thing; END"));
  EXPECT_FALSE(names_gone("c", "thing"));
}

}  // namespace
}  // namespace pgplumb::diff
