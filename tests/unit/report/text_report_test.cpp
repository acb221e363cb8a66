#include "report/text_report.hpp"

#include <gtest/gtest.h>

#include "tests/unit/report/sample.hpp"

namespace pgplumb::report {
namespace {

TEST(TextReport, OneLineForEachDifference) {
  const Sample sample;
  EXPECT_EQ(render_text(sample.report()),
            "app.book.pages: type is bigint, migrations say integer (migrations/1_a.up.sql:2:3)\n"
            "app.book.pages: not null is no, migrations say yes (migrations/1_a.up.sql:2:3)\n"
            "index app.book_idx is missing, migrations make it at migrations/1_a.up.sql:3:1\n"
            "table app.extra exists, migrations do not have it (dropped at "
            "migrations/1_a.up.sql:3:1); with it column app.extra.a\n"
            "not to be told from the text:\n"
            "  view app.v: whether query SELECT \\x1b[31m 1 is the same as select 1\n"
            "not managed by pgplumb in database d:\n"
            "  operator app.===\n"
            "statements whose effect the text does not tell, in migrations:\n"
            "  DO (migrations/1_a.up.sql:1:1)\n"
            "5 objects: 1 equal, 3 different, 1 unknown, 1 unmanaged, 1 opaque\n");
}

TEST(TextReport, NothingButTheSummaryWhenAllIsEqual) {
  const Catalog catalog;
  const Diagnostics diagnostics;
  diff::Comparison comparison;
  comparison.objects = comparison.equal = 1;
  const ComparisonReport report{{"a", "a", false}, {"b", "b", false}, comparison, catalog,
                                catalog,           diagnostics,       {}};
  EXPECT_EQ(render_text(report), "1 object: 1 equal, 0 different, 0 unknown, 0 unmanaged\n");
}

}  // namespace
}  // namespace pgplumb::report
