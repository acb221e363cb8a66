#include "diff/type_change.hpp"

#include <gtest/gtest.h>

#include "schema/catalog.hpp"

namespace pgplumb::diff {
namespace {

struct TypeCase {
  TypeRef current;
  TypeRef desired;
  bool needs_using;
  bool rewrites;
  bool narrows;
};

TypeRef array_of(const char* name, const char* modifiers = "") {
  TypeRef type = builtin_type(name, modifiers);
  type.array = true;
  return type;
}

TEST(TypeChange, KnowsWhatTheServerCanDoByItself) {
  const auto b = [](const char* name, const char* modifiers = "") {
    return builtin_type(name, modifiers);
  };
  const auto domain = [](const char* name) {
    return TypeRef{qualified("public", name), "", false};
  };
  const TypeRef mood{qualified("public", "mood"), "", false};
  const TypeCase cases[] = {
      {b("int4"), b("int8"), false, true, false},
      {b("int8"), b("int4"), false, true, true},
      {b("int4"), b("numeric"), false, true, false},
      {b("int4"), b("numeric", "10,2"), false, true, true},
      {b("int4"), b("numeric", "12,2"), false, true, false},
      {b("int4"), b("float8"), false, true, false},
      {b("int8"), b("float8"), false, true, true},
      {b("varchar", "10"), b("varchar", "20"), false, false, false},
      {b("varchar", "20"), b("varchar", "10"), false, true, true},
      {b("varchar", "20"), b("text"), false, false, false},
      {b("text"), b("varchar"), false, false, false},
      {b("text"), b("varchar", "9"), false, true, true},
      {b("bpchar", "3"), b("text"), false, true, false},
      {b("numeric", "10,2"), b("numeric", "12,2"), false, false, false},
      {b("numeric", "10,2"), b("numeric", "12,4"), false, true, true},
      {b("numeric", "10,2"), b("numeric"), false, false, false},
      {b("timestamp"), b("timestamptz"), false, true, false},
      {b("timestamptz"), b("date"), false, true, true},
      {b("int4"), b("text"), false, true, false},
      {b("text"), b("int4"), true, true, true},
      {b("bool"), b("int4"), true, true, true},
      {b("text"), mood, true, true, true},
      {mood, b("text"), false, true, false},
      {array_of("int4"), array_of("int8"), false, true, false},
      {b("text"), array_of("text"), true, true, true},
      {array_of("varchar", "10"), array_of("varchar", "20"), false, true, false},
      {array_of("varchar"), array_of("text"), false, true, false},
      {b("text"), domain("free"), false, false, false},
      {domain("free"), b("text"), false, false, false},
      {b("text"), domain("strict"), false, true, true},
      {domain("free"), domain("stricter"), false, true, true},
      {domain("strict"), b("text"), false, false, false},
  };
  Catalog catalog;
  const auto add = [&](const char* name, const TypeRef& type, bool not_null) {
    Domain made;
    made.type = type;
    made.not_null = not_null;
    catalog.put(object_id(ObjectKind::domain, qualified("public", name)), made);
  };
  add("free", b("text"), false);
  add("strict", b("text"), true);
  add("stricter", domain("strict"), false);
  for (const TypeCase& entry : cases) {
    const TypeChange change = type_change(entry.current, catalog, entry.desired, catalog);
    const std::string what = format_type(entry.current) + " to " + format_type(entry.desired);
    EXPECT_EQ(change.needs_using, entry.needs_using) << what;
    EXPECT_EQ(change.rewrites, entry.rewrites) << what;
    EXPECT_EQ(change.narrows, entry.narrows) << what;
  }
}

}  // namespace
}  // namespace pgplumb::diff
