#include "diff/compare.hpp"

#include <gtest/gtest.h>

#include <tuple>
#include <type_traits>

#include "tests/unit/diff/model.hpp"

namespace pgplumb::diff {
namespace {

using testing::closed;
using testing::column_id;
using testing::Model;
using testing::open;
using testing::table_id;

const Change* find(const Comparison& comparison, const ObjectId& id) {
  for (const Change& change : comparison.changes) {
    if (change.id == id) return &change;
  }
  return nullptr;
}

TEST(Compare, AStateEqualsItself) {
  const Model state = Model().table("t", {{"a", "int4"}}).with_default("t", "a", open("f()"));
  const Comparison same = compare(state, state);
  EXPECT_TRUE(same.same());
  EXPECT_TRUE(same.changes.empty());
  EXPECT_EQ(same.equal, state.catalog().size());
}

TEST(Compare, NamesTheFieldThatDiffers) {
  const Comparison result = compare(Model().table("t", {{"a", "int4"}}).catalog(),
                                    Model().table("t", {{"a", "int8"}}).catalog());
  ASSERT_EQ(result.changes.size(), 1U);
  const Change& change = result.changes.front();
  EXPECT_EQ(change.verb, Verb::alter);
  EXPECT_EQ(change.id, column_id("t", "a"));
  ASSERT_EQ(change.fields.size(), 1U);
  EXPECT_EQ(change.fields[0].name, "type");
  EXPECT_EQ(change.fields[0].current, "integer");
  EXPECT_EQ(change.fields[0].desired, "bigint");
  EXPECT_EQ(result.different, 1U);
}

TEST(Compare, CountsADroppedTableAsOneDifference) {
  const Model current = Model()
                            .table("t", {{"a", "int4"}, {"b", "text"}})
                            .primary_key("t", "a")
                            .index("t_b", "t", "b")
                            .comment(column_id("t", "a"), "a");
  const Comparison result = compare(current, Model());
  EXPECT_EQ(result.different, 1U);
  EXPECT_EQ(result.changes.size(), 6U);
  for (const Change& change : result.changes) {
    EXPECT_EQ(change.verb, Verb::drop);
    if (change.id == table_id("t")) {
      EXPECT_FALSE(change.folded_into);
    } else {
      EXPECT_EQ(change.folded_into, table_id("t")) << described(change.id);
    }
  }
}

TEST(Compare, KeepsWhatTheTextDoesNotTellApart) {
  Model current;
  Model desired;
  current.table("t", {{"a", "int4"}}).with_default("t", "a", closed("1"));
  desired.table("t", {{"a", "int4"}}).with_default("t", "a", open("f()"));
  const Comparison result = compare(current, desired);
  EXPECT_EQ(result.different, 0U);
  EXPECT_EQ(result.unknown, 1U);
  ASSERT_EQ(result.unknowns.size(), 1U);
  EXPECT_EQ(result.unknowns[0].field, "expression");
  EXPECT_EQ(result.changes.front().verdict(), Verdict::unknown);
}

TEST(Compare, OneDifferentFieldDecides) {
  Model current;
  Model desired;
  View before;
  before.query = closed("SELECT 1");
  View after;
  after.query = open("SELECT f()");
  after.options = {"security_barrier=true"};
  current.put(testing::view_id("v"), before);
  desired.put(testing::view_id("v"), after);
  const Comparison result = compare(current, desired);
  EXPECT_EQ(result.different, 1U);
  EXPECT_EQ(result.unknown, 0U);
  EXPECT_EQ(result.unknowns.size(), 1U);
}

TEST(Compare, WhatAnOpaqueStatementMayHaveMadeIsUnknown) {
  const Model current = Model().opaque();
  const Model desired = Model().table("t", {{"a", "int4"}});
  const Comparison result = compare(current, desired);
  EXPECT_EQ(result.different, 0U);
  EXPECT_EQ(result.unknown, 1U);
  ASSERT_NE(find(result, table_id("t")), nullptr);
  EXPECT_TRUE(find(result, table_id("t"))->existence_unknown);
  // The other way round the table may have been dropped.
  EXPECT_EQ(compare(desired, current).unknown, 1U);
}

TEST(Compare, WhatAnOpaqueStatementMayHaveChangedIsUnknown) {
  const Model current = Model().table("t", {{"a", "int4"}, {"b", "int4"}});
  Model desired = Model().table("t", {{"a", "int8"}, {"b", "int8"}, {"c", "int4"}});
  desired.doubt(column_id("t", "a")).doubt(column_id("t", "c"));
  const Comparison result = compare(current, desired);
  EXPECT_EQ(result.different, 1U);
  EXPECT_EQ(result.unknown, 2U);
  EXPECT_EQ(find(result, column_id("t", "a"))->verdict(), Verdict::unknown);
  EXPECT_EQ(find(result, column_id("t", "b"))->verdict(), Verdict::different);
  EXPECT_TRUE(find(result, column_id("t", "c"))->existence_unknown);
}

TEST(Compare, AHintMakesARenameOfDropAndCreate) {
  const Model current = Model().table("t", {{"a", "int4"}}).comment(column_id("t", "a"), "x");
  const Model desired = Model().table("u", {{"a", "int4"}}).comment(column_id("u", "a"), "x");
  CompareOptions options;
  options.renames = {{table_id("t"), table_id("u")}};
  const Comparison result = compare(current, desired, options);
  ASSERT_EQ(result.changes.size(), 1U);
  EXPECT_EQ(result.changes[0].verb, Verb::rename);
  EXPECT_EQ(result.changes[0].before, table_id("t"));
  EXPECT_EQ(result.changes[0].id, table_id("u"));
  EXPECT_EQ(result.different, 1U);
}

// Every field of every kind is looked at: each one is changed in turn.
template <typename T>
void mutate(T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    value = !value;
  } else if constexpr (std::is_same_v<T, std::string>) {
    value += "x";
  } else if constexpr (std::is_same_v<T, Identifier>) {
    value = Identifier(value.text() + "x");
  } else if constexpr (std::is_same_v<T, ChosenName>) {
    value.name = Identifier(value.name.text() + "x");
  } else if constexpr (std::is_same_v<T, QualifiedName>) {
    value.name = Identifier(value.name.text() + "x");
    value.space = Identifier("s");
  } else if constexpr (std::is_same_v<T, TypeRef>) {
    value = builtin_type(value.name.name.text() + "x");
  } else if constexpr (std::is_same_v<T, Expression>) {
    value = closed(value.text + "x");
  } else if constexpr (std::is_same_v<T, ConnectionText>) {
    value = ConnectionText::of("host=x");
  } else if constexpr (std::is_same_v<T, SettingValue>) {
    value.text += "x";
  } else if constexpr (std::is_same_v<T, LocaleName>) {
    value.name += "x";
  } else if constexpr (HasFields<T>) {
    mutate(value.*(std::get<0>(T::fields).member));
  } else if constexpr (std::is_enum_v<T>) {
    value = static_cast<T>(static_cast<int>(value) + 1);
  } else if constexpr (std::is_arithmetic_v<T>) {
    ++value;
  } else if constexpr (requires { value.emplace(); }) {
    value.emplace();
  } else if constexpr (HasFields<T>) {
    mutate(value.*(std::get<0>(T::fields).member));
  } else {
    value.emplace_back();
  }
}

template <typename T>
void expect_each_field_reported(ObjectKind kind) {
  for_each_field<T>([&](auto field, std::size_t) {
    const ObjectId id = object_id(kind, qualified("public", "x"));
    T start{};
    // A name left open equals any other; what can't be read is equal to nothing and different from
    // nothing.
    if constexpr (requires { start.*(field.member) = ChosenName(); }) {
      start.*(field.member) = ChosenName{Identifier("n")};
    }
    if constexpr (std::is_same_v<T, Subscription>) start.connection = ConnectionText::of("");
    T changed = start;
    mutate(changed.*(field.member));
    const Comparison result =
        compare(Model().put(id, start).catalog(), Model().put(id, changed).catalog());
    ASSERT_EQ(result.changes.size(), 1U) << name_of(kind) << "." << field.name;
    EXPECT_EQ(result.changes[0].fields[0].name, field.name) << name_of(kind);
    EXPECT_EQ(result.changes[0].verdict(), Verdict::different) << name_of(kind) << field.name;
  });
}

TEST(Compare, ReportsEveryFieldOfEveryKind) {
#define PGPLUMB_KIND(kind, Type, words, weight) expect_each_field_reported<Type>(ObjectKind::kind);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
}

}  // namespace
}  // namespace pgplumb::diff
