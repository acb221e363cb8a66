#include "schema/object_map.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace pgplumb {
namespace {

ObjectId table(const std::string& name) {
  return object_id(ObjectKind::relation, qualified("public", name));
}

ObjectMap with(std::initializer_list<const char*> names) {
  ObjectMap map;
  for (const char* name : names) *map.add(table(name)).first = Relation{};
  return map;
}

TEST(ObjectMap, FindsWhatWasAddedAndNothingElse) {
  const ObjectMap map = with({"a", "b"});
  EXPECT_NE(map.find(table("a")), nullptr);
  EXPECT_EQ(map.find(table("c")), nullptr);
  EXPECT_EQ(map.find(object_id(ObjectKind::view, qualified("public", "a"))), nullptr);
}

TEST(ObjectMap, AddsAnIdOnce) {
  ObjectMap map = with({"a"});
  const auto [object, added] = map.add(table("a"));
  EXPECT_FALSE(added);
  EXPECT_EQ(object, map.find(table("a")));
  EXPECT_EQ(map.tree().size(), 1U);
}

TEST(ObjectMap, ForgetsWhatIsErased) {
  ObjectMap map = with({"a", "b"});
  map.erase(table("a"));
  map.erase(table("never there"));
  EXPECT_EQ(map.find(table("a")), nullptr);
  EXPECT_EQ(map.tree().size(), 1U);
}

TEST(ObjectMap, ErasesByTheIdItHoldsItself) {
  ObjectMap map = with({"a", "b"});
  map.erase(map.tree().begin()->first);
  EXPECT_EQ(map.tree().begin()->first, table("b"));
  EXPECT_EQ(map.find(table("a")), nullptr);
}

TEST(ObjectMap, ACopyHasObjectsOfItsOwn) {
  ObjectMap map = with({"a"});
  ObjectMap copy = map;
  EXPECT_NE(copy.find(table("a")), map.find(table("a")));
  map.erase(table("a"));
  EXPECT_NE(copy.find(table("a")), nullptr);
  copy = map;
  EXPECT_EQ(copy.find(table("a")), nullptr);
}

TEST(ObjectMap, WhatIsMovedIsFoundInItsNewPlace) {
  ObjectMap map = with({"a", "b"});
  ObjectMap moved = std::move(map);
  EXPECT_NE(moved.find(table("a")), nullptr);
  ObjectMap assigned;
  assigned = std::move(moved);
  assigned.erase(table("a"));
  EXPECT_EQ(assigned.find(table("a")), nullptr);
  EXPECT_NE(assigned.find(table("b")), nullptr);
}

}  // namespace
}  // namespace pgplumb
