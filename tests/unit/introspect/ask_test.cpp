// What a server answers for a temporary stand-in is what it prints for the permanent object.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "introspect/ask.hpp"
#include "introspect/read_catalog.hpp"
#include "tests/support/throwaway_fixture.hpp"
#include "tests/unit/introspect/facts.hpp"

namespace pgplumb::introspect {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kSchema =
    "create schema app; create type app.mood as enum ('sad', 'ok');"
    "create table app.other (id int primary key, t text);"
    "create function app.positive(int) returns boolean language sql immutable return $1 > 0;"
    "create table app.t (id int, price numeric(8,2), v varchar(20), c text collate \"C\","
    " j jsonb, ts timestamptz, d date, m app.mood, arr int[]);"
    "create table app.p (k int, s text) partition by range (k, lower(s));"
    "create domain app.positive_int as int;"
    "create function app.tg() returns trigger language plpgsql as 'begin return null; end';";

// `sql` makes a permanent object; $ stands for the text. One expression of that role comes of it.
struct Case {
  std::string name;
  ExpressionRole role;
  std::string sql;
  std::string text;
};

void PrintTo(const Case& shown, std::ostream* out) { *out << shown.name; }

struct Collector : ReferenceVisitor {
  const ObjectId* id = nullptr;
  ExpressionRole wanted{};
  std::vector<Question> found;

  void expression(const Expression& expression, const ExpressionContext& context) {
    if (context.role == wanted) found.push_back({*id, context, expression});
  }
};

std::vector<Question> questions_in(const Catalog& catalog, ExpressionRole role) {
  Collector collector;
  collector.wanted = role;
  for (const auto& [id, object] : catalog.objects()) {
    collector.id = &id;
    visit_references(id, object, collector);
  }
  return collector.found;
}

std::string with_text(std::string sql, const std::string& text) {
  const std::size_t at = sql.find('$');
  return at == std::string::npos ? sql : sql.replace(at, 1, text);
}

Catalog read_raw(pg::Session& session) {
  ReadOptions options;
  options.canonicalize = false;
  Diagnostics diagnostics;
  return read_catalog(session, options, diagnostics);
}

Expression written(std::string text, SearchPath path = {"app", "public"}) {
  Expression expression;
  expression.text = std::move(text);
  expression.search_path = std::make_shared<const SearchPath>(std::move(path));
  return expression;
}

class AskServer : public pgplumb::testing::ThrowawayTest {
 protected:
  // Makes the schema, then the permanent object, and asks for the text it was made of.
  void expect_the_same(const Case& c) {
    pg::Session session = connect();
    session.execute(kSchema);
    const std::size_t before = questions_in(read_raw(session), c.role).size();
    session.execute("set search_path = app, public");
    session.execute(with_text(c.sql, c.text));
    const Catalog catalog = read_raw(session);
    std::vector<Question> questions = questions_in(catalog, c.role);
    ASSERT_EQ(questions.size(), before + 1);
    const std::string permanent = questions.back().expression.text;
    questions.back().expression = written(c.text);
    const std::vector<Answer> answers =
        ask_server(session, catalog, {questions.back()}, {}, diagnostics_);
    EXPECT_TRUE(answers[0].answered()) << answers[0].reason;
    EXPECT_EQ(answers[0].text, permanent);
    EXPECT_TRUE(diagnostics_.empty());
    EXPECT_EQ(facts_of(read_raw(session)), facts_of(catalog)) << "something was left behind";
  }

  // The answer about a check of app.t, made of `text`.
  Answer ask_check(const std::string& text) {
    pg::Session session = connect();
    session.execute(kSchema);
    const Catalog catalog = read_raw(session);
    return ask_server(session, catalog, {check(text)}, {}, diagnostics_)[0];
  }

  static Question check(const std::string& text) {
    const QualifiedName table = qualified("app", "t");
    return {
        part_of(object_id(ObjectKind::relation, table), ObjectKind::constraint, Identifier("c")),
        {ExpressionRole::check, table, {}},
        written(text)};
  }

  Diagnostics diagnostics_;
};

class AskRoles : public AskServer, public ::testing::WithParamInterface<Case> {};

TEST_P(AskRoles, AnswersAsForThePermanentObject) { expect_the_same(GetParam()); }

const Case kCases[] = {
    {"Check", ExpressionRole::check, "alter table t add check ($)",
     "price > 0 and v in ('a', 'b') and m <> 'sad' and positive(id)"},
    {"CheckWithTheTablesName", ExpressionRole::check, "alter table t add check ($)",
     "t.price between 1 and 2"},
    {"CheckOfTheWholeRow", ExpressionRole::check, "alter table t add check ($)", "t.* is not null"},
    {"CheckWithComment", ExpressionRole::check, "alter table t add check ($\n)", "id > 1 -- one"},
    {"Default", ExpressionRole::default_value, "alter table t alter ts set default $",
     "now() - '1 week'::interval"},
    {"DefaultIsCoerced", ExpressionRole::default_value, "alter table t alter v set default $",
     "'x'"},
    {"Generated", ExpressionRole::generated,
     "alter table t add g text generated always as ($) stored", "c || v"},
    {"IndexElement", ExpressionRole::index_element, "create index on t (($))", "lower(v)"},
    {"IndexElementOfGin", ExpressionRole::index_element, "create index on t using gin (($))",
     "to_tsvector('english', v)"},
    {"IndexElementWithOperator", ExpressionRole::index_element, "create index on t (($))",
     "j ->> 'a'"},
    {"IndexPredicate", ExpressionRole::index_predicate, "create index on t (id) where $",
     "v like 'a%' and d > '2020-1-1' and id is not null"},
    {"ExclusionElement", ExpressionRole::index_element,
     "alter table t add exclude using gist ($ with &&)", "int4range(id, id + 1)"},
    {"PartitionKey", ExpressionRole::partition_key,
     "create table q (a text) partition by list (($))", "upper(a)"},
    {"PartitionBound", ExpressionRole::partition_bound, "create table p1 partition of p $",
     "for values from (1, 'a') to (maxvalue, maxvalue)"},
    {"DefaultPartition", ExpressionRole::partition_bound, "create table p1 partition of p $",
     "DEFAULT"},
    {"Policy", ExpressionRole::policy, "create policy q on t using ($)",
     "id in (select id from other where other.t = t.v)"},
    {"PolicyThatReadsItsTable", ExpressionRole::policy, "create policy q on t using ($)",
     "exists (select 1 from t x where x.id > t.id)"},
    {"TriggerWhen", ExpressionRole::trigger_when,
     "create trigger q before update on t for each row when ($) execute function tg()",
     "old.v is distinct from new.v and new.m = 'ok'"},
    {"View", ExpressionRole::view_query, "create view w as $",
     "select t.*, o.t as ot from t join other o using (id) where price > 1"},
    {"ViewWithColumnNames", ExpressionRole::view_query, "create view w (x, \"Y z\") as $",
     "select id, v from t order by 2"},
    {"MaterializedView", ExpressionRole::view_query, "create materialized view w as $",
     "with a as (select count(*) from t) select * from a"},
    {"DomainDefault", ExpressionRole::domain_default, "create domain dd as numeric(4,1) default $",
     "1 + 1"},
    {"DomainCheck", ExpressionRole::domain_check,
     "alter domain positive_int add constraint x check ($)", "value > 0 and positive(value)"},
    {"ArgumentDefault", ExpressionRole::argument_default,
     "create function af(x varchar default $) returns int language sql return 1", "current_user"},
    {"RoutineBody", ExpressionRole::routine_body,
     "create function rb(a int, b text default 'x', out n bigint) language sql $",
     "begin atomic select count(*) from t where t.id = a and t.v = b; end"},
    {"RoutineReturn", ExpressionRole::routine_body,
     "create function rr(a int) returns numeric language sql $", "return a * 2"},
    {"RoutineOfATable", ExpressionRole::routine_body,
     "create function rt(a int) returns table (x int, y text) language sql $",
     "begin atomic select id, v from t where id > a; end"},
    {"Procedure", ExpressionRole::routine_body, "create procedure pr(inout a int) language sql $",
     "begin atomic select a + 1; end"},
};

INSTANTIATE_TEST_SUITE_P(Roles, AskRoles, ::testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

TEST_F(AskServer, OneRefusalCostsNoOtherAnswer) {
  pg::Session session = connect();
  session.execute(kSchema);
  const Catalog catalog = read_raw(session);
  std::vector<Question> questions;
  for (int i = 0; i < 120; ++i) {
    const bool bad = i == 3 || i == 77;
    questions.push_back(check(bad ? "nope > 1" : "id > " + std::to_string(i)));
  }
  const std::vector<Answer> answers = ask_server(session, catalog, questions, {}, diagnostics_);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (i == 3 || i == 77) {
      EXPECT_EQ(answers[i].state, AnswerState::impossible);
      EXPECT_EQ(answers[i].reason, "cannot be: column \"nope\" does not exist");
    } else {
      EXPECT_EQ(answers[i].text, "(id > " + std::to_string(i) + ")");
    }
  }
}

TEST_F(AskServer, ADefaultOfNullIsNone) {
  pg::Session session = connect();
  session.execute(kSchema);
  const QualifiedName table = qualified("app", "t");
  const Question question{part_of(object_id(ObjectKind::relation, table),
                                  ObjectKind::attribute_default, Identifier("v")),
                          {ExpressionRole::default_value, table, builtin_type("varchar")},
                          written("null::varchar")};
  const Answer answer = ask_server(session, read_raw(session), {question}, {}, diagnostics_)[0];
  EXPECT_TRUE(answer.answered());
  EXPECT_EQ(answer.text, "");
}

TEST_F(AskServer, WhatTheServerRefusesIsImpossible) {
  EXPECT_EQ(ask_check("id > 'x'").state, AnswerState::impossible);
}

TEST_F(AskServer, WhatTheStandInCausesProvesNothing) {
  // The stand-in is not in the namespace that the text names.
  const Answer answer = ask_check("app.t.id > 1");
  EXPECT_EQ(answer.state, AnswerState::unanswered);
  EXPECT_THAT(answer.reason, HasSubstr("not asked"));
}

TEST_F(AskServer, AColumnWhoseTypeIsMissingDoesNotStopTheOthers) {
  pg::Session session = connect();
  session.execute(kSchema);
  const Catalog catalog = read_raw(session);
  session.execute("drop type app.mood cascade");
  const std::vector<Answer> answers =
      ask_server(session, catalog, {check("id > 1"), check("m = 'ok'")}, {}, diagnostics_);
  EXPECT_EQ(answers[0].text, "(id > 1)");
  EXPECT_EQ(answers[1].state, AnswerState::unanswered);
}

TEST_F(AskServer, ATableThatIsNotInTheModelCannotBeAsked) {
  pg::Session session = connect();
  session.execute(kSchema);
  const Answer answer = ask_server(session, Catalog(), {check("id > 1")}, {}, diagnostics_)[0];
  EXPECT_EQ(answer.state, AnswerState::unanswered);
  EXPECT_THAT(answer.reason, ::testing::Not(IsEmpty()));
}

TEST_F(AskServer, WithoutTheRightToMakeTemporaryObjectsSaysSo) {
  pg::Session session = connect();
  session.execute(kSchema);
  const Catalog catalog = read_raw(session);
  session.execute(
      "do $$ begin execute format('revoke temporary on database %I from public', "
      "current_database()); end $$; create role nobody_special; set role nobody_special");
  const std::vector<Answer> answers =
      ask_server(session, catalog, {check("id > 1"), check("id > 2")}, {}, diagnostics_);
  session.execute("reset role; drop role nobody_special");
  EXPECT_EQ(answers[0].state, AnswerState::unanswered);
  EXPECT_EQ(answers[1].state, AnswerState::unanswered);
  ASSERT_EQ(diagnostics_.count(DiagnosticCode::not_readable), 1U);
  EXPECT_THAT(diagnostics_.all()[0].message, HasSubstr("temporary objects"));
}

TEST_F(AskServer, NeedsOnlyTheRightToUseTheNamespace) {
  pg::Session session = connect();
  session.execute(kSchema);
  const Catalog catalog = read_raw(session);
  session.execute(
      "create role nobody_special; grant usage on schema app to nobody_special;"
      "set role nobody_special");
  const Answer answer =
      ask_server(session, catalog, {check("price > 0 and positive(id)")}, {}, diagnostics_)[0];
  session.execute("reset role; drop owned by nobody_special; drop role nobody_special");
  EXPECT_EQ(answer.text, "((price > (0)::numeric) AND app.positive(id))");
}

TEST_F(AskServer, TakesNoLockOnTheTable) {
  pg::Session holder = connect();
  holder.execute(kSchema);
  const Catalog catalog = read_raw(holder);
  holder.execute("begin; lock table app.t in access exclusive mode");
  pg::Session session = connect();
  EXPECT_TRUE(ask_server(session, catalog, {check("id > 1")}, {}, diagnostics_)[0].answered());
  holder.execute("rollback");
}

TEST_F(AskServer, ALockThatIsHeldCostsThatAnswerOnly) {
  pg::Session holder = connect();
  holder.execute(kSchema);
  const Catalog catalog = read_raw(holder);
  holder.execute("begin; lock table app.other in access exclusive mode");
  const Question view{object_id(ObjectKind::view, qualified("app", "w")),
                      {ExpressionRole::view_query, qualified("app", "w"), {}},
                      written("select id from other")};
  AskOptions options;
  options.lock_timeout = std::chrono::milliseconds(50);
  pg::Session session = connect();
  const std::vector<Answer> answers =
      ask_server(session, catalog, {view, check("id > 1")}, options, diagnostics_);
  EXPECT_EQ(answers[0].state, AnswerState::unanswered);
  EXPECT_EQ(answers[1].text, "(id > 1)");
  holder.execute("rollback");
}

TEST_F(AskServer, InsideATransactionLeavesItAsItWas) {
  pg::Session session = connect();
  session.execute(kSchema);
  session.execute("begin; set local search_path = app; create table made ()");
  const Catalog catalog = read_raw(session);
  EXPECT_TRUE(ask_server(session, catalog, {check("id > 1")}, {}, diagnostics_)[0].answered());
  EXPECT_EQ(session.setting("search_path"), "app");
  EXPECT_EQ(session.query("select to_regclass('made') is not null").front().text(0), "t");
  session.execute("commit");
}

TEST_F(AskServer, InAReadOnlyTransactionSaysSo) {
  pg::Session session = connect();
  session.execute("begin read only");
  EXPECT_EQ(ask_server(session, Catalog(), {check("true")}, {}, diagnostics_)[0].reason,
            "the transaction is read only");
  session.execute("rollback");
}

TEST_F(AskServer, NamesTypes) {
  pg::Session session = connect();
  session.execute(kSchema);
  TypeRef array;
  array.name = qualified("", "mood");
  array.array = true;
  TypeRef number;
  number.name = qualified("", "numeric");
  number.modifiers = "4,1";
  TypeRef missing;
  missing.name = qualified("", "nope");
  const auto answers = ask_types(session, {{array, {"nothing", "app", "public"}},
                                           {number, {"app"}},
                                           {missing, {"app"}},
                                           {array, {"public"}}});
  ASSERT_TRUE(answers[0] && answers[1]);
  EXPECT_EQ(format_type(*answers[0]), "app.mood[]");
  EXPECT_EQ(format_type(*answers[1]), "numeric(4,1)");
  EXPECT_FALSE(answers[2]);
  EXPECT_FALSE(answers[3]);
}

}  // namespace
}  // namespace pgplumb::introspect
