#include "migrations/version.hpp"

#include <gtest/gtest.h>

namespace pgplumb::migrations {
namespace {

TEST(Version, OrderIsThatOfNumbers) {
  struct Case {
    const char* smaller;
    const char* larger;
  };
  for (const Case& one :
       {Case{"1", "2"}, Case{"9", "10"}, Case{"0009", "10"}, Case{"2", "0010"},
        Case{"20260301120000", "20260301120001"}, Case{"20260301_120000", "20260301120001"},
        Case{"999", "20260301120000"}, Case{"0", "1"}, Case{"1.2", "1.10"}, Case{"1.9", "2"},
        Case{"1", "1.1"}, Case{"0.9", "1"}}) {
    EXPECT_LT(Version(one.smaller), Version(one.larger)) << one.smaller;
    EXPECT_FALSE(Version(one.larger) < Version(one.smaller)) << one.smaller;
  }
}

TEST(Version, ZerosAndUnderscoresMakeNoOtherVersion) {
  EXPECT_EQ(Version("7"), Version("0007"));
  EXPECT_EQ(Version("20260301_120000"), Version("20260301120000"));
  EXPECT_EQ(Version("0"), Version("000"));
  EXPECT_EQ(Version("1.0"), Version("1"));
  EXPECT_NE(Version("0"), Version());
  EXPECT_EQ(Version("0007").text(), "0007");
}

TEST(Version, LeadsTheFileName) {
  struct Case {
    const char* name;
    const char* version;
  };
  for (const Case& one :
       {Case{"20260301120000_widen", "20260301120000"},
        Case{"20260301_120000_widen", "20260301_120000"}, Case{"20260301_widen", "20260301"},
        Case{"20260301_12_widen", "20260301"}, Case{"0007-a", "0007"}, Case{"12", "12"},
        Case{"2.5_x", "2.5"}, Case{"1.10.3-a", "1.10.3"}, Case{"7.do.name", "7"},
        Case{"7.up.sql", "7"}, Case{"widen", ""}, Case{"V1__x", ""}, Case{"", ""}}) {
    EXPECT_EQ(leading_version(one.name), one.version) << one.name;
  }
}

}  // namespace
}  // namespace pgplumb::migrations
