// What is written and what PostgreSQL prints for it have one canonical form.
#include <gtest/gtest.h>

#include "sql/canonical.hpp"
#include "tests/unit/sql_canonical/recorded.hpp"

namespace pgplumb::sql::tests {
namespace {

TEST(Agreement, WrittenAndPrintedAreEqual) {
  std::size_t closed = 0;
  const std::vector<Recorded> all = read_recorded();
  ASSERT_GT(all.size(), 500U);
  for (const Recorded& one : all) {
    const Expression a = canonical(written(one.written), one.kind);
    const Expression b = canonical(printed(one.printed), one.kind);
    EXPECT_EQ(a.canonical, b.canonical) << one.kind << ": " << one.written;
    EXPECT_TRUE(b.closed) << one.kind << ": " << one.printed;
    closed += a.closed ? 1 : 0;
  }
  // Constants of ranges and tsvector need the type's own code.
  EXPECT_GE(closed + 5, all.size());
}

TEST(Agreement, CanonicalTextIsItsOwnCanonicalForm) {
  for (const Recorded& one : read_recorded()) {
    const Expression a = canonical(printed(one.printed), one.kind);
    const Expression b = canonical(printed(a.canonical), one.kind);
    EXPECT_EQ(a.canonical, b.canonical) << one.kind << ": " << one.written;
  }
}

TEST(Agreement, ReferencesAreTheSameOnBothSides) {
  for (const Recorded& one : read_recorded()) {
    const Expression a = canonical(written(one.written), one.kind);
    const Expression b = canonical(printed(one.printed), one.kind);
    EXPECT_EQ(a.references, b.references) << one.kind << ": " << one.written;
  }
}

TEST(Agreement, DifferentExpressionsOfOneKindDiffer) {
  // Among all recorded expressions, two are equal only where the server prints the same.
  std::map<std::string, std::string> printed_by_canonical;
  std::size_t joined = 0;
  for (const Recorded& one : read_recorded()) {
    const Expression a = canonical(printed(one.printed), one.kind);
    const auto [found, fresh] =
        printed_by_canonical.emplace(one.kind + "\n" + a.canonical, one.printed);
    if (!fresh && found->second != one.printed) {
      ++joined;
      RecordProperty("joined", one.printed);
    }
  }
  EXPECT_LE(joined, 8U);
}

}  // namespace
}  // namespace pgplumb::sql::tests
