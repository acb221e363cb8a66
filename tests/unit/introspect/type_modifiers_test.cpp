#include "introspect/type_modifiers.hpp"

#include <gtest/gtest.h>

namespace pgplumb::introspect {
namespace {

TEST(TypeModifiers, OfBuiltInTypes) {
  struct Case {
    const char* type;
    std::int64_t typmod;
    const char* modifiers;
  };
  const Case cases[] = {
      {"varchar", 44, "40"},
      {"bpchar", 5, "1"},
      {"varchar", -1, ""},
      {"numeric", 655366, "10,2"},
      {"numeric", 655364, "10,0"},
      {"numeric", 526338, "8,-2"},
      {"timestamptz", 3, "3"},
      {"bit", 4, "4"},
      {"interval", 0x7fff0003, "3"},
      {"interval", 0x7fffffff, ""},
      {"interval", (6 << 16) | 0xffff, "year to month"},
      {"interval", (0x1c08 << 16) | 3, "day to second(3)"},
      {"interval", (0x1000 << 16) | 0xffff, "second"},
      {"int4", 7, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(builtin_type_modifiers(c.type, c.typmod), c.modifiers) << c.type << " " << c.typmod;
  }
}

TEST(TypeModifiers, OfOtherTypesAsTheServerPrintsThem) {
  EXPECT_EQ(formatted_type_modifiers("public.geometry(Point,4326)"), "Point,4326");
  EXPECT_EQ(formatted_type_modifiers("public.\"v(x)\"(3)[]"), "3");
  EXPECT_EQ(formatted_type_modifiers("public.vector"), "");
}

}  // namespace
}  // namespace pgplumb::introspect
