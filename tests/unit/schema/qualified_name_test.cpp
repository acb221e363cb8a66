#include <gtest/gtest.h>

#include "schema/identifier.hpp"

namespace pgplumb {
namespace {

TEST(QualifiedName, ComparesByNamespaceAndName) {
  EXPECT_EQ(compare_value(qualified("app", "f"), qualified("app", "f")), Verdict::equal);
  EXPECT_EQ(compare_value(qualified("app", "f"), qualified("public", "f")), Verdict::different);
  EXPECT_EQ(compare_value(qualified("app", "f"), qualified("app", "g")), Verdict::different);
}

TEST(QualifiedName, ThatCouldNotBeResolvedMayBeThatOfAnyNamespace) {
  EXPECT_EQ(compare_value(qualified("", "f"), qualified("app", "f")), Verdict::unknown);
  EXPECT_EQ(compare_value(qualified("app", "f"), qualified("", "f")), Verdict::unknown);
  EXPECT_EQ(compare_value(qualified("", "f"), qualified("app", "g")), Verdict::different);
}

TEST(QualifiedName, ThatPgCatalogHasIsNoOther) {
  EXPECT_EQ(compare_value(qualified("", "f"), qualified("pg_catalog", "f")), Verdict::equal);
  EXPECT_EQ(compare_value(qualified("pg_catalog", "f"), qualified("", "f")), Verdict::equal);
}

TEST(QualifiedName, ThatIsMissingOnOneSideIsDifferent) {
  EXPECT_EQ(compare_value(QualifiedName(), qualified("app", "f")), Verdict::different);
  EXPECT_EQ(compare_value(QualifiedName(), QualifiedName()), Verdict::equal);
}

}  // namespace
}  // namespace pgplumb
