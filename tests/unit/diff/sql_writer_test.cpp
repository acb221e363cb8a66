#include "diff/sql_writer.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::closed;

TEST(SqlWriter, QuotesNamesAndTexts) {
  SqlWriter sql("COMMENT ON TABLE");
  sql.name(qualified("Sales", "a\"; DROP TABLE b; --")).keyword("IS").literal("it's; \\ -- x");
  EXPECT_EQ(sql.text(),
            "COMMENT ON TABLE \"Sales\".\"a\"\"; DROP TABLE b; --\" IS E'it''s; \\\\ -- x'");
}

TEST(SqlWriter, SetsPunctuation) {
  SqlWriter sql("CREATE INDEX");
  sql.name(Identifier("i")).keyword("ON").name(qualified("public", "t"));
  sql.names({Identifier("a"), Identifier("select")}).keyword("WITH");
  sql.options({"fillfactor=70", "toast.x=a'b"}).line(1).keyword("WHERE").parenthesized(closed("a"));
  EXPECT_EQ(sql.text(),
            "CREATE INDEX i ON public.t (a, \"select\") WITH (fillfactor='70', toast.x='a''b')\n"
            "    WHERE (a)");
}

TEST(SqlWriter, RolesAndSettings) {
  SqlWriter sql;
  sql.role("").role("public role").setting("search_path=public, \"My Schema\"").setting("a.b=c d");
  EXPECT_EQ(sql.text(),
            "PUBLIC \"public role\" SET search_path TO 'public', 'My Schema' SET a.b TO 'c d'");
}

struct BodyCase {
  const char* body;
  const char* written;
};

TEST(SqlWriter, DollarQuotesNeverEndEarly) {
  const BodyCase cases[] = {{"SELECT 1", "$$SELECT 1$$"},
                            {"SELECT $$x$$", "$body$SELECT $$x$$$body$"},
                            {"x$", "$body$x$$body$"},
                            {"$body$", "$body1$$body$$body1$"}};
  for (const BodyCase& entry : cases) {
    EXPECT_EQ(SqlWriter().dollar_quoted(entry.body).text(), entry.written);
  }
}

struct ContainedCase {
  const char* text;
  bool contained;
};

TEST(SqlWriter, ExpressionsCanNotBreakOut) {
  const ContainedCase cases[] = {
      {"a + (b * 'x;)')", true},  {"\"odd;)\"", true},
      {"$$;)$$", true},           {"$tag$ ; $tag$ || $1", true},
      {"E'it\\';'", true},        {"a /* ; /* ) */ ( */", true},
      {"a -- ;\n + 1", true},     {"BEGIN ATOMIC SELECT 1; END", true},
      {"1; DROP TABLE t", false}, {"1) OR (1", false},
      {"'open", false},           {"\"open", false},
      {"/* open", false},         {"a -- swallows the rest", false},
      {"$$ open", false},         {"'it\\'; DROP TABLE t", false},
  };
  for (const ContainedCase& entry : cases) {
    EXPECT_EQ(is_contained(entry.text), entry.contained) << entry.text;
  }
  EXPECT_THROW(SqlWriter().expression(closed("1; DROP TABLE t")), Failure);
}

TEST(SqlWriter, RefusesWhatIsNoOperatorAndNoNumber) {
  EXPECT_EQ(SqlWriter().operator_(qualified("pg_catalog", "&&")).text(), "&&");
  EXPECT_EQ(SqlWriter().operator_(qualified("My", "=")).text(), "OPERATOR(\"My\".=)");
  EXPECT_THROW(SqlWriter().operator_(qualified("x", "= 1); --")), Failure);
  EXPECT_THROW(SqlWriter().decimal("1; x"), Failure);
  EXPECT_EQ(SqlWriter().decimal("0.5").text(), "0.5");
}

TEST(SqlWriter, PrintsTheCanonicalFormUnderAnotherSearchPath) {
  Expression expression = closed("app.f(x)");
  expression.text = "f(x)";
  EXPECT_EQ(SqlWriter().expression(expression).text(), "f(x)");
  expression.search_path = std::make_shared<SearchPath>(SearchPath{"app"});
  EXPECT_EQ(SqlWriter().expression(expression).text(), "app.f(x)");
  expression.search_path = std::make_shared<SearchPath>(SearchPath{"public"});
  EXPECT_EQ(SqlWriter().expression(expression).text(), "f(x)");
}

}  // namespace
}  // namespace pgplumb::diff
