// Different meanings keep different canonical forms.
#include <gtest/gtest.h>

#include "sql/canonical.hpp"
#include "tests/unit/sql_canonical/recorded.hpp"

namespace pgplumb::sql::tests {
namespace {

struct Pair {
  std::string kind;
  std::string a;
  std::string b;
};

class Different : public testing::TestWithParam<Pair> {};

TEST_P(Different, IsSeen) {
  const Pair& pair = GetParam();
  const Expression a = canonical(written(pair.a), pair.kind);
  const Expression b = canonical(written(pair.b), pair.kind);
  EXPECT_TRUE(a.closed) << pair.a;
  EXPECT_TRUE(b.closed) << pair.b;
  EXPECT_NE(a.canonical, b.canonical) << pair.a << " | " << pair.b;
  EXPECT_EQ(compare_value(a, b), Verdict::different);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, Different,
    testing::Values(
        Pair{"check", "qty > 1", "qty > 2"}, Pair{"check", "qty > 1", "qty >= 1"},
        Pair{"check", "qty > 1", "small > 1"}, Pair{"check", "qty > -1", "qty > 1"},
        Pair{"check", "qty in (1, 2)", "qty in (2, 1)"},
        Pair{"check", "qty in (1, 2)", "qty not in (1, 2)"},
        Pair{"check", "code in ('a', 'b')", "code in ('a', 'b', 'c')"},
        Pair{"check", "code = 'a'", "code = 'A'"}, Pair{"check", "code = 'a'", "code = ' a'"},
        Pair{"check", "title like 'a%'", "title ilike 'a%'"},
        Pair{"check", "title like 'a'", "title = 'a'"}, Pair{"check", "active", "not active"},
        Pair{"check", "active", "active is true"},
        Pair{"check", "active is true", "active is not false"},
        Pair{"check", "active and deleted", "active or deleted"},
        Pair{"check", "active and (deleted or qty > 0)", "(active and deleted) or qty > 0"},
        Pair{"check", "price is null", "price is not null"},
        Pair{"check", "price is distinct from cost", "price <> cost"},
        Pair{"check", "(qty, title) is distinct from null", "(qty, title) is not null"},
        Pair{"check", "place is not distinct from null", "place is null"},
        Pair{"check", "(qty, small) is distinct from (1, 2)", "(qty, small) <> (1, 2)"},
        Pair{"view", "select id from part order by id, name",
             "select id from part order by name, id"},
        Pair{"view", "select id from part order by id, id desc",
             "select id from part order by id desc, id"},
        Pair{"view", "select id, name, count(*) from part group by rollup(id, name), id",
             "select id, name, count(*) from part group by rollup(id, name)"},
        Pair{"view", "select count(*) from part group by rollup(id, id)",
             "select count(*) from part group by rollup(id)"},
        Pair{"view", "select string_agg(code, ',' order by code) from item",
             "select string_agg(code::text, ',' order by code) from item"},
        Pair{"check", "qty between 1 and 5", "qty between symmetric 1 and 5"},
        Pair{"check", "coalesce(price, 0) > 0", "coalesce(cost, 0) > 0"},
        Pair{"check", "greatest(qty, 1) > 0", "least(qty, 1) > 0"},
        Pair{"check", "price::int > 0", "price::bigint > 0"},
        Pair{"check", "price::numeric(8,1) > 0", "price::numeric(8,2) > 0"},
        Pair{"check", "code::varchar(5) = 'x'", "code::varchar(6) = 'x'"},
        Pair{"check", "qty + 1 > 0", "qty - 1 > 0"}, Pair{"check", "qty - 1 > 0", "1 - qty > 0"},
        Pair{"check", "over_loaded(qty) > 0", "over_loaded(title) > 0"},
        Pair{"check", "add_them(qty) > 1", "add_them(qty, 2) > 1"},
        Pair{"check", "add_them(a => 1, b => qty) > 1", "add_them(b => 1, a => qty) > 1"},
        Pair{"check", "extract(year from day) > 2000", "extract(month from day) > 2000"},
        Pair{"check", "made at time zone 'UTC' > moment", "made at time zone 'CET' > moment"},
        Pair{"check", "title collate \"C\" > 'a'", "title > 'a'"},
        Pair{"check", "lasting > '1 day'", "lasting > '24 hours'"},
        Pair{"check", "lasting > '1 mon'", "lasting > '30 days'"},
        Pair{"check", "day > '2020-01-02'", "day > '2020-02-01'"},
        Pair{"check", "data @> '{\"a\": 1}'", "data @> '{\"a\": \"1\"}'"},
        Pair{"check", "tags @> '{a}'", "tags @> '{A}'"},
        Pair{"check", "tags[1] = 'a'", "tags[2] = 'a'"},
        Pair{"check", "'a' = any (tags)", "'a' = all (tags)"},
        Pair{"check", "(qty, total) < (1, 2)", "(total, qty) < (1, 2)"},
        Pair{"check", "case when active then 1 else 2 end > 1",
             "case when active then 2 else 1 end > 1"},
        Pair{"default:integer", "1", "2"}, Pair{"default:numeric(10,2)", "0", "0.0"},
        Pair{"default:text", "'1'::integer::text", "'1'::text"}, Pair{"default:text", "''", "' '"},
        Pair{"default:bigint", "nextval('item_seq')", "1"},
        Pair{"default:timestamptz", "now()", "clock_timestamp()"},
        Pair{"default:timestamptz", "current_timestamp", "now()"},
        Pair{"default:timestamptz", "current_timestamp", "current_timestamp(3)"},
        Pair{"default:jsonb", "'{}'", "'[]'"},
        Pair{"default:jsonb", "'{\"a\":1}'", "'{\"a\":1.0}'"},
        Pair{"default:shop.status", "'new'", "'paid'"},
        Pair{"default:date", "current_date", "current_date + 1"},
        Pair{"default:text[]", "'{a,b}'", "'{\"a,b\"}'"},
        Pair{"default:text", "current_user", "session_user"},
        Pair{"policy", "exists (select 1 from member where item_id = item.id)",
             "exists (select 1 from member where member.id = item.id)"},
        Pair{"policy", "id in (select id from member)", "id in (select item_id from member)"},
        Pair{"policy", "exists (select 1 from member m where m.item_id = id)",
             "exists (select 1 from member m where m.item_id = item.id)"},
        Pair{"when", "new.qty > old.qty", "old.qty > new.qty"},
        Pair{"domain:text", "value <> ''", "value <> 'x'"},
        Pair{"bound:integer/range", "for values from (1) to (10)", "for values from (1) to (11)"},
        Pair{"bound:text/list", "for values in ('a')", "for values in ('a', 'b')"},
        Pair{"view", "select id from item", "select qty from item"},
        Pair{"view", "select id as a from item", "select id as b from item"},
        Pair{"view", "select id from item", "select distinct id from item"},
        Pair{"view", "select id from item order by id", "select id from item order by id desc"},
        Pair{"view", "select id from item limit 1", "select id from item limit 2"},
        Pair{"view", "select id from item for update", "select id from item for share"},
        Pair{"view", "select id from item for update", "select id from item for update nowait"},
        Pair{"view", "select a.id from item a, item b for update of a",
             "select a.id from item a, item b for update of b"},
        Pair{"view", "select id from item tablesample system (10)",
             "select id from item tablesample system (20)"},
        Pair{"view", "select id from item tablesample system (10)",
             "select id from item tablesample system (10) repeatable (1)"},
        Pair{"view", "select i.id from item i join member m on m.item_id = i.id",
             "select i.id from item i left join member m on m.item_id = i.id"},
        Pair{"view", "select count(*) from item", "select count(qty) from item"},
        Pair{"view", "select count(distinct qty) as count from item",
             "select count(qty) as count from item"},
        Pair{"view", "select id from item union select id from member",
             "select id from item union all select id from member"},
        Pair{"view", "select id from item where qty > 1", "select id from item where qty > 2"},
        Pair{"view", "select qty from item group by qty", "select qty from item"},
        Pair{"view", "select sum(qty) over (order by id) as s from item",
             "select sum(qty) over (partition by id) as s from item"},
        Pair{"view", "values (1)", "values (2)"}));

// What only the type's own code could tell apart is never called different.
TEST(Unknown, ConstantsOfOtherTypesStayOpen) {
  const Expression a = canonical(written("span && '[1,5)'"), "check");
  const Expression b = canonical(written("span && '[1,4]'"), "check");
  EXPECT_EQ(compare_value(a, b), Verdict::unknown);
  EXPECT_EQ(compare_value(a, a), Verdict::equal);
}

TEST(Unknown, NamesThatTheCatalogLacksStayOpen) {
  for (const char* text : {"nothing(qty) > 0", "absent > 0", "qty === 1", "title = 'x'::nowhere"}) {
    const Expression a = canonical(written(text), "check");
    EXPECT_FALSE(a.closed) << text;
    EXPECT_FALSE(a.canonical.empty()) << text;
    EXPECT_EQ(compare_value(a, a), Verdict::equal) << text;
  }
}

TEST(Unknown, WhatIsNotUnderstoodIsNeverEqual) {
  const std::pair<const char*, const char*> pairs[] = {
      {"select id from item tablesample other (10)", "select id from item tablesample other (20)"},
      {"with m as (delete from member returning id) select id from m",
       "with m as (delete from part returning id) select id from m"},
      {"select x.a from xmltable('/a' passing '<a/>' columns a int) x",
       "select x.a from xmltable('/b' passing '<a/>' columns a int) x"},
      {"select interval(1) '2.55 s' as x", "select interval(2) '2.55 s' as x"},
      {"select interval '2.55 s' as x", "select interval(1) '2.55 s' as x"},
      {"select xmlelement(name a) as x", "select xmlelement(name b) as x"},
      {"select (qty, id) = (select 1, 2) as x from item",
       "select (qty, id) = (select 1, 3) as x from item"}};
  for (const auto& [a, b] : pairs) {
    const Expression one = canonical(written(a), "view");
    const Expression other = canonical(written(b), "view");
    EXPECT_EQ(compare_value(one, other), Verdict::unknown) << a;
  }
}

TEST(Unknown, WhatDoesNotParseKeepsItsText) {
  const Expression a = canonical(written("qty >"), "check");
  EXPECT_FALSE(a.closed);
  EXPECT_EQ(a.canonical, "qty >");
}

TEST(Unknown, DeepNestingStaysOpen) {
  std::string text = "1";
  for (int i = 0; i < 100000; ++i) text += " + 1";
  EXPECT_FALSE(canonical(written(text + " > 0"), "check").closed);
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += "(";
  EXPECT_FALSE(canonical(written(nested + "1"), "check").closed);
  std::string queries = "select 1 as x";
  for (int i = 0; i < 800; ++i) queries.insert(0, "select x from (").append(") s");
  EXPECT_FALSE(canonical(written(queries), "view").closed);
}

}  // namespace
}  // namespace pgplumb::sql::tests
