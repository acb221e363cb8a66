#include "introspect/server_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pgplumb::introspect {
namespace {

TEST(ServerText, SplitsListsAtTopLevelCommas) {
  struct Case {
    std::string text;
    std::vector<std::string> elements;
  };
  const Case cases[] = {
      {"", {}},
      {"a", {"a"}},
      {"a, lower((b)::text)", {"a", "lower((b)::text)"}},
      {"f(x, y), g(z)", {"f(x, y)", "g(z)"}},
      {"ARRAY[1, 2], x", {"ARRAY[1, 2]", "x"}},
      {"'a,b'::text, \"c,d\"", {"'a,b'::text", "\"c,d\""}},
      {"'it''s, so'::text, E'a\\\\'::text, 1", {"'it''s, so'::text", "E'a\\\\'::text", "1"}},
      {"')'::text, (a)", {"')'::text", "(a)"}},
  };
  for (const Case& c : cases) EXPECT_EQ(split_list(c.text), c.elements) << c.text;
}

TEST(ServerText, FindsTheConditionOfATrigger) {
  struct Case {
    std::string definition;
    std::string condition;
  };
  const Case cases[] = {
      {"CREATE TRIGGER t AFTER INSERT ON public.x FOR EACH ROW EXECUTE FUNCTION f()", ""},
      {"CREATE TRIGGER t ON x FOR EACH ROW WHEN ((old.a > 1)) EXECUTE FUNCTION f()", "(old.a > 1)"},
      {"CREATE TRIGGER \" WHEN (\" ON x FOR EACH ROW WHEN ((a = ')')) EXECUTE FUNCTION f(' WHEN "
       "(')",
       "(a = ')')"},
      {"CREATE TRIGGER t ON x EXECUTE FUNCTION f(' WHEN (1)')", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(trigger_condition(c.definition), c.condition);
}

TEST(ServerText, TakesRulesApart) {
  struct Case {
    std::string definition;
    std::string condition;
    std::vector<std::string> actions;
  };
  const Case cases[] = {
      {"CREATE RULE r AS\n    ON DELETE TO public.t DO INSTEAD NOTHING;", "", {}},
      {"CREATE RULE r AS\n    ON DELETE TO public.t DO NOTHING;", "", {}},
      {"CREATE RULE r AS\n    ON DELETE TO public.t DO\n    NOTIFY x;", "", {"NOTIFY x"}},
      {"CREATE RULE r AS\n    ON DELETE TO public.t DO INSTEAD\n    NOTIFY x;", "", {"NOTIFY x"}},
      {"CREATE RULE r AS\n    ON UPDATE TO public.t\n   WHERE (old.a <> 1) DO INSTEAD  UPDATE u "
       "SET "
       "a = 1\n  WHERE (u.b = 2);",
       "(old.a <> 1)",
       {"UPDATE u SET a = 1\n  WHERE (u.b = 2)"}},
      {"CREATE RULE \" TO x DO NOTHING\" AS\n    ON INSERT TO public.\" WHERE \" DO ( SELECT ';' "
       "AS "
       "x;\n NOTIFY c, 'a;b';\n);",
       "",
       {"SELECT ';' AS x", "NOTIFY c, 'a;b'"}},
      {"CREATE RULE r AS\n    ON DELETE TO public.t\n   WHERE\n        CASE old.a\n            "
       "WHEN 1 "
       "THEN true\n            ELSE NULL::boolean\n        END DO  SELECT 1;",
       "CASE old.a\n            WHEN 1 THEN true\n            ELSE NULL::boolean\n        END",
       {"SELECT 1"}},
      {"CREATE RULE r AS\n    ON INSERT TO public.t DO INSTEAD (SELECT 1) UNION (SELECT 2);",
       "",
       {"(SELECT 1) UNION (SELECT 2)"}},
      {"CREATE RULE r AS\n    ON INSERT TO public.t\n   WHERE (EXISTS ( SELECT\n   FROM log\n  "
       "WHERE (log.x = ' DO '::text))) DO  SELECT 1;",
       "(EXISTS ( SELECT\n   FROM log\n  WHERE (log.x = ' DO '::text)))",
       {"SELECT 1"}},
  };
  for (const Case& c : cases) {
    const RuleText rule = rule_text(c.definition);
    EXPECT_EQ(rule.condition, c.condition) << c.definition;
    EXPECT_EQ(rule.actions, c.actions) << c.definition;
  }
}

TEST(ServerText, TrimsQueries) {
  EXPECT_EQ(trimmed_query(" SELECT 1;"), "SELECT 1");
  EXPECT_EQ(trimmed_query("\n SELECT ';' \n;\n"), "SELECT ';'");
  EXPECT_EQ(trimmed_query(""), "");
}

TEST(ServerText, ReadsBytes) {
  EXPECT_EQ(bytes_of("\\x6100ff"), std::string("a\0\xff", 3));
  EXPECT_EQ(bytes_of("\\x"), "");
  EXPECT_EQ(bytes_of(""), "");
}

}  // namespace
}  // namespace pgplumb::introspect
