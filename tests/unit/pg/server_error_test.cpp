#include "pg/server_error.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <vector>

#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::pg {
namespace {

using ServerErrorTest = testing::ThrowawayTest;

std::optional<ServerError> error_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const ServerError& error) {
    return error;
  }
  return std::nullopt;
}

TEST_F(ServerErrorTest, FieldsOfSeveralStates) {
  Session session = connect();
  session.execute(
      "CREATE TABLE book (id int CONSTRAINT book_pk PRIMARY KEY, price int NOT NULL"
      " CONSTRAINT price_positive CHECK (price > 0)); INSERT INTO book VALUES (1, 5)");
  struct Case {
    std::string sql, sqlstate;
    std::size_t position;
    std::string constraint, column;
  };
  const std::vector<Case> cases = {
      {"SELEC 1", "42601", 1, "", ""},
      {"SELECT é, nope FROM book", "42703", 8, "", ""},
      {"SELECT 'é', nope FROM book", "42703", 13, "", ""},
      {"SELECT 1; SELECT * FROM nowhere", "42P01", 25, "", ""},
      {"INSERT INTO book VALUES (1, 5)", "23505", 0, "book_pk", ""},
      {"INSERT INTO book VALUES (2, 0)", "23514", 0, "price_positive", ""},
      {"INSERT INTO book VALUES (2, NULL)", "23502", 0, "", "price"},
      {"CREATE TABLE book ()", "42P07", 0, "", ""},
      {"SELECT 1/0", "22012", 0, "", ""},
      {"DROP SCHEMA nope", "3F000", 0, "", ""},
  };
  for (const Case& c : cases) {
    for (const bool extended : {false, true}) {
      if (extended && c.sql.find(';') != std::string::npos) continue;
      const auto error = error_of([&] {
        if (extended) {
          session.query(c.sql, Parameters{});
        } else {
          session.execute(c.sql);
        }
      });
      ASSERT_TRUE(error) << c.sql;
      EXPECT_EQ(error->sqlstate(), c.sqlstate) << c.sql;
      EXPECT_EQ(error->position(), c.position) << c.sql;
      EXPECT_EQ(error->report().constraint, c.constraint) << c.sql;
      EXPECT_EQ(error->report().column, c.column) << c.sql;
      EXPECT_EQ(error->report().severity, "ERROR") << c.sql;
      EXPECT_EQ(error->statement(), c.sql);
      EXPECT_FALSE(error->message().empty());
      EXPECT_EQ(session.transaction_status(), TransactionStatus::idle);
    }
  }
}

TEST_F(ServerErrorTest, DetailHintContextAndInternalQuery) {
  Session session = connect();
  const auto error = error_of([&] {
    session.execute(
        "DO $$BEGIN RAISE EXCEPTION 'first line' USING DETAIL = E'a\\nDETAIL: b', HINT = 'try',"
        " ERRCODE = 'PL123', TABLE = 't', SCHEMA = 's'; END$$");
  });
  ASSERT_TRUE(error);
  EXPECT_EQ(error->message(), "first line");
  EXPECT_EQ(error->report().detail, "a\nDETAIL: b");
  EXPECT_EQ(error->report().hint, "try");
  EXPECT_EQ(error->report().table, "t");
  EXPECT_EQ(error->report().schema, "s");
  EXPECT_NE(error->report().context.find("PL/pgSQL"), std::string::npos);
  EXPECT_STREQ(error->what(), "first line (SQLSTATE PL123)\ndetail: a\nDETAIL: b\nhint: try");
  const auto inner = error_of([&] { session.execute("DO $$BEGIN PERFORM nope; END$$"); });
  ASSERT_TRUE(inner);
  EXPECT_EQ(inner->report().internal_query, "SELECT nope");
  EXPECT_EQ(inner->report().internal_position, 8U);
  EXPECT_TRUE(inner->in_class("42"));
}

}  // namespace
}  // namespace pgplumb::pg
