#include "sql/rename.hpp"

#include <gtest/gtest.h>

namespace pgplumb::sql {
namespace {

void add_table(Catalog& catalog, const QualifiedName& name,
               const std::vector<std::string>& columns) {
  const ObjectId relation = object_id(ObjectKind::relation, name);
  catalog.put(relation, Relation{});
  int position = 0;
  for (const std::string& column : columns) {
    Attribute attribute;
    attribute.position = ++position;
    attribute.type = builtin_type("int4");
    catalog.put(part_of(relation, ObjectKind::attribute, Identifier(column)), attribute);
  }
}

void add_routine(Catalog& catalog, const QualifiedName& name, const std::string& types,
                 std::size_t arguments) {
  Routine routine;
  for (std::size_t i = 0; i < arguments; ++i) {
    Argument argument;
    argument.type = builtin_type("int4");
    routine.arguments.push_back(argument);
  }
  ObjectId id = object_id(ObjectKind::routine, name);
  id.member = types;
  catalog.put(id, routine);
}

Catalog example() {
  Catalog catalog = empty_database();
  for (const char* space : {"app", "other"}) {
    catalog.put(object_id(ObjectKind::namespace_, Identifier(space)), Namespace{});
  }
  add_table(catalog, qualified("app", "orders"), {"id", "total", "note"});
  add_table(catalog, qualified("app", "lines"), {"id", "order_id", "amount"});
  add_table(catalog, qualified("other", "orders"), {"id", "total"});
  View view;
  view.columns = {Identifier("id"), Identifier("total")};
  catalog.put(object_id(ObjectKind::view, qualified("app", "big")), view);
  catalog.put(object_id(ObjectKind::sequence, qualified("app", "orders_id_seq")), Sequence{});
  catalog.put(object_id(ObjectKind::enum_type, qualified("app", "mood")), EnumType{{"a"}});
  add_routine(catalog, qualified("app", "twice"), "integer", 1);
  add_routine(catalog, qualified("app", "over"), "integer", 1);
  add_routine(catalog, qualified("app", "over"), "text", 1);
  add_routine(catalog, qualified("app", "over"), "integer, integer", 2);
  return catalog;
}

const ObjectId kOrders = object_id(ObjectKind::relation, qualified("app", "orders"));

Rename column_rename(const std::string& before, const std::string& after) {
  return {part_of(kOrders, ObjectKind::attribute, Identifier(before)),
          part_of(kOrders, ObjectKind::attribute, Identifier(after))};
}

Rename object_rename(ObjectKind kind, const QualifiedName& before, const QualifiedName& after) {
  return {object_id(kind, before), object_id(kind, after)};
}

const Rename kColumn = column_rename("total", "sum");
const Rename kTable =
    object_rename(ObjectKind::relation, qualified("app", "orders"), qualified("app", "Purchases"));
const Rename kMove =
    object_rename(ObjectKind::relation, qualified("app", "orders"), qualified("other2", "orders"));
const Rename kSpace = {object_id(ObjectKind::namespace_, Identifier("app")),
                       object_id(ObjectKind::namespace_, Identifier("core"))};
const Rename kType =
    object_rename(ObjectKind::enum_type, qualified("app", "mood"), qualified("app", "feeling"));
const Rename kSequence =
    object_rename(ObjectKind::sequence, qualified("app", "orders_id_seq"), qualified("app", "s"));

Rename routine_rename(const std::string& before, const std::string& types,
                      const std::string& after) {
  Rename rename =
      object_rename(ObjectKind::routine, qualified("app", before), qualified("app", after));
  rename.before.member = rename.after.member = types;
  return rename;
}
const Rename kRoutine = routine_rename("twice", "integer", "double");

constexpr auto kView = ExpressionRole::view_query;
constexpr auto kCheck = ExpressionRole::check;

struct Case {
  Rename rename;
  ExpressionRole role;
  std::string text;
  std::string expected;
  bool sure = true;
};

Expression renamed(const Case& test) {
  Expression expression;
  expression.text = test.text;
  expression.canonical = test.text;
  expression.closed = true;
  expression.search_path = std::make_shared<const SearchPath>(SearchPath{"app", "public"});
  const bool view = test.role == kView;
  const ExpressionContext context{test.role, qualified("app", view ? "big" : "orders"), {}};
  apply_rename(expression, context, test.rename, example());
  return expression;
}

class RenameText : public testing::TestWithParam<Case> {};

TEST_P(RenameText, FollowsTheObject) {
  const Expression expression = renamed(GetParam());
  EXPECT_EQ(expression.text, GetParam().expected) << GetParam().text;
}

TEST_P(RenameText, IsOpenWhereTheTextDoesNotTell) {
  if (GetParam().sure) return;
  const Expression expression = renamed(GetParam());
  EXPECT_FALSE(expression.closed) << GetParam().text;
  EXPECT_TRUE(expression.canonical.empty()) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Columns, RenameText,
    testing::Values(
        Case{kColumn, kCheck, "total > 0 and note <> 'total'", "sum > 0 and note <> 'total'"},
        Case{kColumn, kCheck, "(orders . \"total\" /* x */ > 0)", "(orders . sum /* x */ > 0)"},
        Case{kColumn, kCheck, "app.orders.total > 0", "app.orders.sum > 0"},
        Case{kColumn, kCheck, "TOTAL > 0", "sum > 0"},
        Case{column_rename("total", "Order"), kCheck, "total > 0", "\"Order\" > 0"},
        Case{kColumn, kCheck, "id > 0", "id > 0"},
        Case{kColumn, ExpressionRole::trigger_when, "old.total <> NEW.total and new.id > 0",
             "old.sum <> NEW.sum and new.id > 0"},
        Case{kColumn, ExpressionRole::policy,
             "exists (select * from lines where order_id = orders.id and amount < total)",
             "exists (select * from lines where order_id = orders.id and amount < sum)"},
        Case{column_rename("total", "amount"), ExpressionRole::policy,
             "exists (select 1 from lines where order_id > total)",
             "exists (select 1 from lines where order_id > orders.amount)"},
        Case{kColumn, ExpressionRole::index_element, "lower(total::text)", "lower(sum::text)"},
        Case{kColumn, kCheck, "(orders).total > 0", "(orders).sum > 0"},
        Case{kColumn, kCheck, "((nowhere).total).total > 0", "((nowhere).total).total > 0", false},
        Case{kColumn, ExpressionRole::partition_bound, "FOR VALUES IN ('total')",
             "FOR VALUES IN ('total')"},
        Case{kColumn, kCheck, "total > ", "total > ", false}));

INSTANTIATE_TEST_SUITE_P(
    ColumnsOfQueries, RenameText,
    testing::Values(
        Case{kColumn, kView, "select total from orders", "select sum AS total from orders"},
        Case{kColumn, kView, "select total t from orders", "select sum t from orders"},
        Case{kColumn, kView, "select (total), id from orders o",
             "select (sum) AS total, id from orders o"},
        Case{kColumn, kView, "select total::text from orders",
             "select sum::text AS total from orders"},
        Case{kColumn, kView, "select max(total) from orders", "select max(sum) from orders"},
        Case{kColumn, kView, "select case when id > 0 then 1 else total end from orders",
             "select case when id > 0 then 1 else sum end AS total from orders"},
        Case{kColumn, kView, "select id is distinct from total from orders",
             "select id is distinct from sum from orders"},
        Case{kColumn, kView, "select o.total from app.orders as o join lines l on l.id = o.total",
             "select o.sum AS total from app.orders as o join lines l on l.id = o.sum"},
        Case{kColumn, kView, "select total from other.orders", "select total from other.orders"},
        Case{kColumn, kView, "select l.id from lines l, other.orders o where total > 0",
             "select l.id from lines l, other.orders o where total > 0"},
        Case{kColumn, kView, "select s.total from (select total from orders) s",
             "select s.total from (select sum AS total from orders) s"},
        Case{kColumn, kView, "with orders as (select 1 as total) select total from orders",
             "with orders as (select 1 as total) select total from orders"},
        Case{kColumn, kView, "with o as (select total from orders) select total from o",
             "with o as (select sum AS total from orders) select total from o"},
        Case{kColumn, kView, "with o(a) as (select total from orders) select a from o",
             "with o(a) as (select sum AS total from orders) select a from o"},
        Case{kColumn, kView, "select total from orders order by total, total + 1",
             "select sum AS total from orders order by total, sum + 1"},
        Case{kColumn, kView, "select id from orders group by id, total order by total",
             "select id from orders group by id, sum order by sum"},
        Case{kColumn, kView, "select total from orders union select id from lines order by total",
             "select sum AS total from orders union select id from lines order by total"},
        Case{kColumn, kView, "select a from orders as orders(i, a) where a > 0",
             "select a from orders as orders(i, a) where a > 0"},
        Case{kColumn, kView, "select (select total from orders where id = l.id) from lines l",
             "select (select sum AS total from orders where id = l.id) AS total from lines l"},
        Case{kColumn, kView, "select 1 from lines, lateral (select amount + total from orders) x",
             "select 1 from lines, lateral (select amount + sum from orders) x"},
        Case{kColumn, kView, "select total, row_number() over (partition by total) from orders",
             "select sum AS total, row_number() over (partition by sum) from orders"},
        Case{kColumn, kView, "values (1)", "values (1)"},
        Case{column_rename("total", "amount"), kView,
             "select total, amount from orders o join lines l on o.id = l.order_id",
             "select o.amount AS total, l.amount from orders o join lines l on o.id = "
             "l.order_id"}));

INSTANTIATE_TEST_SUITE_P(
    Stars, RenameText,
    testing::Values(
        Case{kColumn, kView, "select * from orders", "select id, sum AS total, note from orders"},
        Case{kColumn, kView, "select o.*, 1 from orders o",
             "select o.id, o.sum AS total, o.note, 1 from orders o"},
        Case{kColumn, kView, "select * from lines l, orders",
             "select l.id, l.order_id, l.amount, orders.id, orders.sum AS total, orders.note from "
             "lines l, orders"},
        Case{kColumn, kView, "select l.* from lines l, orders", "select l.* from lines l, orders"},
        Case{kColumn, kView, "select * from lines", "select * from lines"},
        Case{kColumn, kView, "select * from (select * from orders) x where total > 0",
             "select * from (select id, sum AS total, note from orders) x where total > 0"},
        Case{kColumn, kView, "select 1 where exists (select * from orders where total > 0)",
             "select 1 where exists (select * from orders where sum > 0)"},
        Case{kColumn, kView, "select count(*) from orders", "select count(*) from orders"},
        Case{kColumn, kView, "select * from orders, generate_series(1, 2)",
             "select * from orders, generate_series(1, 2)", false}));

INSTANTIATE_TEST_SUITE_P(
    MergedColumns, RenameText,
    testing::Values(
        Case{kColumn, kView, "select total from orders join other.orders b using (id, total)",
             "select total from orders AS orders(id, total) join other.orders b using (id, "
             "total)"},
        Case{kColumn, kView, "select o.total from orders o natural join lines",
             "select o.total from orders o(id, total) natural join lines"},
        Case{kColumn, kView, "select total from orders join lines using (id)",
             "select sum AS total from orders join lines using (id)"},
        Case{kColumn, kView, "select j.total from (orders o join lines l on o.total > 0) j",
             "select j.sum AS total from (orders o join lines l on o.sum > 0) j"},
        Case{kColumn, kView, "select j.total from (orders o join lines l on true) j(a, total)",
             "select j.total from (orders o join lines l on true) j(a, total)"}));

const Rename kViewColumn = {part_of(object_id(ObjectKind::view, qualified("app", "big")),
                                    ObjectKind::attribute, Identifier("total")),
                            part_of(object_id(ObjectKind::view, qualified("app", "big")),
                                    ObjectKind::attribute, Identifier("sum"))};

INSTANTIATE_TEST_SUITE_P(
    OwnColumns, RenameText,
    testing::Values(Case{kViewColumn, kView, "select id, total from orders",
                         "select id, total AS sum from orders"},
                    Case{kViewColumn, kView, "select id, note as total from orders where total > 0",
                         "select id, note as sum from orders where total > 0"},
                    Case{kViewColumn, kView,
                         "select 1, note \"total\" from orders union select 2, 3",
                         "select 1, note sum from orders union select 2, 3"},
                    Case{kViewColumn, kView, "select * from orders as total",
                         "select * from orders as total", false},
                    Case{kViewColumn, kCheck, "total > 0", "total > 0"}));

INSTANTIATE_TEST_SUITE_P(
    Tables, RenameText,
    testing::Values(
        Case{kTable, kView, "select orders.total, o.id from orders, orders o",
             "select \"Purchases\".total, o.id from \"Purchases\", \"Purchases\" o"},
        Case{kTable, kView, "select app.orders.total from app.orders",
             "select app.\"Purchases\".total from app.\"Purchases\""},
        Case{kTable, kView, "select orders.* from only orders where exists (select orders.id)",
             "select \"Purchases\".* from only \"Purchases\" where exists (select "
             "\"Purchases\".id)"},
        Case{kTable, kView, "select 1 from other.orders where orders.id > 0",
             "select 1 from other.orders where orders.id > 0"},
        Case{kTable, kView, "select orders from orders",
             "select \"Purchases\" AS orders from \"Purchases\""},
        Case{kTable, kView, "with orders as (select 1) select * from orders, app.orders x",
             "with orders as (select 1) select * from orders, app.\"Purchases\" x"},
        Case{kTable, kView, "select orders.id from orders, lines \"Purchases\"",
             "select orders.id from \"Purchases\" AS orders, lines \"Purchases\"", false},
        Case{kTable, kView, "select orders.id as \"Purchases\" from orders",
             "select \"Purchases\".id as \"Purchases\" from \"Purchases\""},
        Case{kTable, kView, "select 1 from orders for update of orders",
             "select 1 from \"Purchases\" for update of \"Purchases\""},
        Case{kTable, kView, "select * from lines natural join orders",
             "select * from lines natural join \"Purchases\""},
        Case{kTable, kCheck, "orders.total > 0", "\"Purchases\".total > 0"},
        Case{kTable, kCheck, "total > 0", "total > 0"},
        Case{kTable, kCheck, "id > 'orders'::regclass::int", "id > '\"Purchases\"'::regclass::int"},
        Case{kMove, kView, "select orders.id from orders", "select orders.id from other2.orders"},
        Case{kMove, kView, "select app.orders.id from app.orders",
             "select other2.orders.id from other2.orders"},
        Case{kTable, kView, "select 1::orders from lines",
             "select 1::\"Purchases\" AS orders from lines"}));

INSTANTIATE_TEST_SUITE_P(
    Others, RenameText,
    testing::Values(
        Case{kSpace, kView, "select app.orders.id, app.twice(1), 'a'::app.mood from app.orders",
             "select core.orders.id, core.twice(1), 'a'::core.mood from core.orders"},
        Case{kSpace, kView, "select app.id from orders app", "select app.id from orders app"},
        Case{kSpace, kCheck, "a operator(app.+) b collate app.c",
             "a operator(core.+) b collate core.c"},
        Case{kSpace, kCheck, "'app.orders'::regclass is null", "'core.orders'::regclass is null"},
        Case{kSpace, kCheck, "'app'::regnamespace is null", "'core'::regnamespace is null"},
        Case{kType, kCheck, "'a'::mood = 'mood'", "'a'::feeling = 'mood'"},
        Case{kType, kCheck, "cast('a' as app.mood[]) is null",
             "cast('a' as app.feeling[]) is null"},
        Case{kType, kView, "select 'a'::mood", "select 'a'::feeling AS mood"},
        Case{kType, kCheck, "'mood'::regtype is null", "'feeling'::regtype is null"},
        Case{kType, kCheck, "'{}'::_mood is null", "'{}'::_mood is null", false},
        Case{kSequence, ExpressionRole::default_value, "nextval('orders_id_seq'::regclass)",
             "nextval('s'::regclass)"},
        Case{kSequence, ExpressionRole::default_value, "nextval('app.orders_id_seq')",
             "nextval('app.s')"},
        Case{kSequence, ExpressionRole::default_value, "nextval('app.orders_id_seq'::text)",
             "nextval('app.orders_id_seq'::text)"},
        Case{kSequence, ExpressionRole::default_value, "nextval('other.orders_id_seq'::regclass)",
             "nextval('other.orders_id_seq'::regclass)"},
        Case{kRoutine, kCheck, "twice(total) > twice (1)", "double(total) > double (1)"},
        Case{kRoutine, kCheck, "app.twice(total) > 0", "app.double(total) > 0"},
        Case{kRoutine, kView, "select twice(1), twice(2) t",
             "select double(1) AS twice, double(2) t"},
        Case{kRoutine, kView, "select twice from twice(1)", "select twice from double(1) AS twice"},
        Case{kRoutine, kCheck, "twice(1, 2)", "twice(1, 2)"},
        Case{routine_rename("over", "integer, integer", "o"), kCheck, "over(1, 2)", "o(1, 2)"},
        Case{routine_rename("over", "integer", "o"), kCheck, "over(1, 2)", "over(1, 2)"},
        Case{routine_rename("over", "integer", "o"), kCheck, "over(1)", "over(1)", false}));

INSTANTIATE_TEST_SUITE_P(
    Bodies, RenameText,
    testing::Values(
        Case{kColumn, ExpressionRole::routine_body, "RETURN (select max(total) from orders)",
             "RETURN (select max(sum) from orders)"},
        Case{kColumn, ExpressionRole::routine_body,
             "BEGIN ATOMIC insert into orders (id, total) values (1, 2) returning total; update "
             "orders set total = total + 1; delete from orders o where o.total = 1; END",
             "BEGIN ATOMIC insert into orders (id, sum) values (1, 2) returning sum; update "
             "orders set sum = sum + 1; delete from orders o where o.sum = 1; END"},
        Case{kTable, ExpressionRole::routine_body,
             "BEGIN ATOMIC select orders.id from orders; delete from orders where orders.id = 1; "
             "END",
             "BEGIN ATOMIC select \"Purchases\".id from \"Purchases\"; delete from \"Purchases\" "
             "where \"Purchases\".id = 1; END"}));

TEST(RenamePath, KeepsBareNamesMeaningWhatTheyMeant) {
  const Expression expression = renamed({kSpace, kView, "select id from orders", ""});
  EXPECT_EQ(expression.text, "select id from orders");
  EXPECT_EQ(*expression.search_path, (SearchPath{"core", "public"}));
}

TEST(RenameCanonical, IsRewrittenAsQualifiedText) {
  Expression expression;
  expression.text = "total > 0 and twice(id) > 1";
  expression.canonical = "total > 0 and app.twice(id) > 1";
  expression.closed = true;
  expression.search_path = std::make_shared<const SearchPath>(SearchPath{"app"});
  apply_rename(expression, {kCheck, qualified("app", "orders"), {}}, kRoutine, example());
  EXPECT_EQ(expression.text, "total > 0 and double(id) > 1");
  EXPECT_EQ(expression.canonical, "total > 0 and app.double(id) > 1");
  EXPECT_TRUE(expression.closed);
}

TEST(RenameDeep, StandsTheDeepestExpression) {
  std::string text = "total";
  for (int i = 0; i < 2900; ++i) text += " + id";
  EXPECT_EQ(renamed({kColumn, kCheck, text, ""}).text, "sum" + text.substr(5));
}

TEST(RenameNothing, LeavesEmptyAndForeignExpressionsAlone) {
  Expression empty;
  apply_rename(empty, {}, kColumn, example());
  EXPECT_TRUE(empty.empty());
  const Expression other = renamed({kColumn, kCheck, "note is not null", ""});
  EXPECT_EQ(other.canonical, "note is not null");
  EXPECT_TRUE(other.closed);
}

}  // namespace
}  // namespace pgplumb::sql
