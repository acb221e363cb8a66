#include "migrations/sections.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "migrations/checksum.hpp"
#include "tests/unit/migrations/folder.hpp"

namespace pgplumb::migrations {
namespace {

using testing::source;

// Without the blanks that keep positions.
std::string words(const Source& part) {
  if (!part) return "(none)";
  std::string text;
  for (const char c : part->text()) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) text += c;
    if (blank && !text.empty() && text.back() != ' ') text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

struct Case {
  const char* text;
  const char* up;
  const char* down;
};

TEST(Sections, MarkersOfOtherTools) {
  const std::vector<Case> cases = {
      {"select 1;\n", "select 1;", "(none)"},
      {"-- migrate:up\na;\n-- migrate:down\nb;\n", "a;", "b;"},
      {"-- +goose Up\na;\n-- +goose Down\nb;\n", "a;", "b;"},
      {"-- Up Migration\na;\n-- Down Migration\nb;\n", "a;", "b;"},
      {"-- migrate:up\na;\n", "a;", "(none)"},
      {"-- a comment about migrate:up\na;\n", "-- a comment about migrate:up a;", "(none)"},
      {"-- migrate:up transaction:false\na;\n-- migrate:down\nb;\n", "--pgplumb:no-transaction a;",
       "b;"},
      {"--+goose no transaction\n--+goose Up\na;\n", "--pgplumb:no-transaction a;", "(none)"},
      {"-- +goose NO TRANSACTION\n-- +goose Up\na;\n-- +goose Down\nb;\n",
       "--pgplumb:no-transaction a;", "--pgplumb:no-transaction b;"},
      {"-- +goose Up\n-- +goose StatementBegin\na;\n-- +goose StatementEnd\n-- +goose Down\nb;\n",
       "-- +goose StatementBegin a; -- +goose StatementEnd", "b;"},
      {"-- Up Migration\na;\n-- Down \t Migration\nb;\n", "a;", "b;"},
      {"-- +migrate Up notransaction\na;\n-- +migrate Down\nb;\n", "--pgplumb:no-transaction a;",
       "b;"},
      {"-- no-transaction\na;\n", "--pgplumb:no-transaction a;", "(none)"},
      {"-- atlas:txmode none\r\na;\n", "--pgplumb:no-transaction a;", "(none)"},
      {"--! no-transaction\na;\n", "--pgplumb:no-transaction a;", "(none)"},
  };
  Diagnostics diagnostics;
  for (const Case& one : cases) {
    const Sections sections = split_sections(source(one.text), diagnostics);
    EXPECT_EQ(words(sections.up), one.up) << one.text;
    EXPECT_EQ(words(sections.down), one.down) << one.text;
  }
}

TEST(Sections, MarkersThatAreNotReadAreRefused) {
  for (const char* marker :
       {"-- Down", "-- rambler down", "/* Down Migration */", "--//@UNDO", "-- +micrate Down",
        "---- create above / drop below ----", "-- down:", "--- @DOWN ---"}) {
    Diagnostics diagnostics;
    (void)split_sections(source("a;\n" + std::string(marker) + "\nb;\n"), diagnostics);
    EXPECT_EQ(diagnostics.count(DiagnosticCode::unknown_directive), 1U) << marker;
  }
  for (const char* words : {"-- slow down here", "-- down below is the index", "-- undo it by hand",
                            "select 'down';", "drop table down;"}) {
    Diagnostics diagnostics;
    (void)split_sections(source("a;\n" + std::string(words) + "\nb;\n"), diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << words;
  }
}

TEST(Sections, PositionsAreThoseOfTheFile) {
  const std::string text = "-- migrate:up\na;\n-- migrate:down\nb;\n";
  Diagnostics diagnostics;
  const Sections sections = split_sections(source(text), diagnostics);
  EXPECT_EQ(sections.down->at_offset(sections.down->text().find('b')), (LineColumn{4, 1}));
}

// What is written for the way down, or for another changeset, is no change of the way up.
TEST(Sections, AChecksumIsOfItsPartAlone) {
  const auto up = [](const std::string& text) {
    Diagnostics diagnostics;
    return checksum(*split_sections(source(text), diagnostics).up);
  };
  const std::string mark = "-- migrate:up\n";
  const std::string first = up(mark + "a;\n\nb;\n");
  for (const std::string& same :
       std::vector<std::string>{mark + "a;\n\nb;", mark + "a;\n\nb;\n\n-- migrate:down\nc;\n",
                                mark + "a;\r\n\r\nb;\r\n-- migrate:down\r\n\r\nc;\r\n\r\n",
                                "-- about it\n\n" + mark + "\na;\n\nb;\n",
                                "-- migrate:down\nc;\n-- migrate:up\na;\n\nb;\n"}) {
    EXPECT_EQ(up(same), first) << same;
  }
  for (const std::string& other : std::vector<std::string>{
           mark + "a;\nb;\n", mark + "a;\n\n\nb;\n", mark + "  a;\n\nb;\n", mark + "a;\n\nb;\nc;\n",
           "-- migrate:up transaction:false\na;\n\nb;\n"}) {
    EXPECT_NE(up(other), first) << other;
  }
  const std::string in_two = mark + "a;\n-- migrate:down\nc;\n";
  EXPECT_EQ(up(in_two + mark + "b;\n"), up(in_two + "d;\n\ne;\n" + mark + "b;\n"));
  // Of a whole file every byte counts.
  EXPECT_NE(up("a;\n"), up("a;\n\n"));
}

}  // namespace
}  // namespace pgplumb::migrations
