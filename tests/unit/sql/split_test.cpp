#include <gtest/gtest.h>

#include "sql/parse.hpp"

namespace pgplumb::sql {
namespace {

SplitResult split_text(const std::string& text) {
  return split(std::make_shared<const SourceText>("f.sql", text));
}

std::vector<std::string> statements_of(const SplitResult& result) {
  std::vector<std::string> texts;
  for (const StatementText& statement : result.statements) {
    const SourceSpan& span = statement.span;
    texts.emplace_back(span.source->text().substr(span.begin, span.end - span.begin));
  }
  return texts;
}

struct Case {
  const char* what;
  std::string text;
  std::vector<std::string> statements;
};

class Split : public testing::TestWithParam<Case> {};

TEST_P(Split, CutsAtTopLevelSemicolons) {
  EXPECT_EQ(statements_of(split_text(GetParam().text)), GetParam().statements) << GetParam().what;
}

const std::string kBody =
    "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN "
    "1 END; SELECT 2; END";
const std::string kNul("a\0b;c", 5);

INSTANTIATE_TEST_SUITE_P(
    Texts, Split,
    testing::Values(
        Case{"nothing", "", {}}, Case{"spaces", " \n\t", {}}, Case{"semicolons", ";;\n;", {}},
        Case{"one", "select 1", {"select 1"}}, Case{"two", " a ; b;", {"a", "b"}},
        Case{"byte order mark",
             "\xEF\xBB\xBF"
             "a; b",
             {"a", "b"}},
        Case{"CRLF", "a\r\n;\r\nb;\r\n", {"a", "b"}},
        Case{"comment before", "-- c;\n/* ; */ a -- x;\n;", {"a"}},
        Case{"comment inside", "a -- ;\n b", {"a -- ;\n b"}},
        Case{"line comment ends at CR", "a -- x\r;b", {"a", "b"}},
        Case{"only comment", "-- a\n", {}},
        Case{"nested comment", "/* /* ; */ ; */ a; b", {"a", "b"}},
        Case{"comment of stars", "/***/ a /**/;/*/ ; */b", {"a", "b"}},
        Case{"minus is no comment", "a - - b; c", {"a - - b", "c"}},
        Case{"comment after an operator", "select 1+--x;\n2; b", {"select 1+--x;\n2", "b"}},
        Case{"quote", "a ';' b; c", {"a ';' b", "c"}},
        Case{"doubled quote", "a 'x'';' b; c", {"a 'x'';' b", "c"}},
        Case{"backslash is plain", R"(a '\'; b)", {R"(a '\')", "b"}},
        Case{"escape string", R"(a E'\';' ; b)", {R"(a E'\';')", "b"}},
        Case{"escape string, lower, doubled", R"(a e'\\'';' ; b)", {R"(a e'\\'';')", "b"}},
        Case{"a name that ends in e", R"(typee'\'; b)", {R"(typee'\')", "b"}},
        Case{"unicode string", R"(U&'\0061;' ; b)", {R"(U&'\0061;')", "b"}},
        Case{"bit string", "B'0;1'; X'1;f'", {"B'0;1'", "X'1;f'"}},
        Case{"quoted name", "a \"x;\"\"y;\" b; c", {"a \"x;\"\"y;\" b", "c"}},
        Case{"dollar quote", "do $$ a; $x$ $$; b", {"do $$ a; $x$ $$", "b"}},
        Case{"tagged", "do $a$ ; $$ ; $b$ $a$; b", {"do $a$ ; $$ ; $b$ $a$", "b"}},
        Case{"tag with digits", "do $a1$;$a1$; b", {"do $a1$;$a1$", "b"}},
        Case{"tag with letters beyond ASCII", "do $é$;$é$; b", {"do $é$;$é$", "b"}},
        Case{"parameters", "a $1;b $2$;c", {"a $1", "b $2$", "c"}},
        Case{"dollar in a name", "a$$ ; b$$", {"a$$", "b$$"}},
        Case{"parentheses",
             "create rule r as on insert to t do (a; b); c",
             {"create rule r as on insert to t do (a; b)", "c"}},
        Case{"parentheses up to the end", "do (a; b)", {"do (a; b)"}},
        Case{"routine body up to the end", kBody, {kBody}},
        Case{"brackets hide nothing", "a[;b", {"a[", "b"}},
        Case{"unbalanced closing", "a); b", {"a)", "b"}},
        Case{"parenthesis that never closes", "a (b; c; d)e; f", {"a (b; c; d)e", "f"}},
        Case{"parenthesis that never closes at all", "x; a (b; c; d", {"x", "a (b", "c", "d"}},
        Case{"routine body", kBody + "; b", {kBody, "b"}},
        Case{"replaced routine",
             "create or replace procedure p() begin atomic a; end; b",
             {"create or replace procedure p() begin atomic a; end", "b"}},
        Case{"body that never ends",
             "create function f() begin atomic a; b; c",
             {"create function f() begin atomic a", "b", "c"}},
        Case{"a column named begin",
             "create table t (begin int); begin; end",
             {"create table t (begin int)", "begin", "end"}},
        Case{"no body in a table",
             "create table f begin atomic; b",
             {"create table f begin atomic", "b"}},
        Case{"a quoted name is no keyword",
             "\"create\" function f() begin atomic; b",
             {"\"create\" function f() begin atomic", "b"}},
        Case{"psql commands", "\\connect x\n\\restrict abc\na;\n\\unrestrict abc\n", {"a"}},
        Case{"psql command within", "a \\echo ; x\n b; c", {"a \\echo ; x\n b", "c"}},
        Case{"psql command behind", "a; \\echo b;\nc;", {"a", "c"}},
        Case{"psql separator", "\\echo a \\\\ b; c", {"b", "c"}},
        Case{"gexec", "select 'a' \\gexec\nb;", {"select 'a'", "b"}},
        Case{"g with arguments", "select 1 \\g x.txt\nb", {"select 1", "b"}},
        Case{"backslash semicolon", "a \\; b;", {"a", "b"}},
        Case{"no psql command", "a \\ b; c", {"a \\ b", "c"}},
        Case{"COPY data", "copy t from stdin;\n1\tx;y\n'\n\\.\nb;", {"copy t from stdin", "b"}},
        Case{"COPY data, CRLF", "COPY t FROM STDIN;\r\n;\r\n\\.\r\nb;", {"COPY t FROM STDIN", "b"}},
        Case{"COPY with options",
             "copy t (a) from stdin with (format csv);\n;;\n\\.\nb",
             {"copy t (a) from stdin with (format csv)", "b"}},
        Case{"no COPY data", "copy t from stdin;\n\\.\nb", {"copy t from stdin", "b"}},
        Case{"COPY out", "copy t to stdout;\nb", {"copy t to stdout", "b"}},
        Case{"COPY of a file", "copy t from 'stdin';\nb", {"copy t from 'stdin'", "b"}},
        Case{"psql copy", "\\copy t from stdin csv\n1;'\n\\.\nb;", {"b"}},
        Case{"psql copy in capitals", "\\COPY t FROM STDIN\n1\n\\.\nb;", {"b"}},
        Case{"psql copy of a file", "\\copy t from 'f.csv'\nb;", {"b"}},
        Case{"a zero byte", kNul, {kNul.substr(0, 3), "c"}}));

struct Problem {
  const char* what;
  std::string text;
  DiagnosticCode code;
  std::string label;
};

class SplitProblems : public testing::TestWithParam<Problem> {};

TEST_P(SplitProblems, AreReportedWhereTheyBegin) {
  const SplitResult result = split_text(GetParam().text);
  ASSERT_EQ(result.diagnostics.all().size(), 1U) << GetParam().what;
  EXPECT_EQ(result.diagnostics.all()[0].code, GetParam().code) << GetParam().what;
  EXPECT_EQ(result.diagnostics.all()[0].span.label(), GetParam().label) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, SplitProblems,
    testing::Values(
        Problem{"quote", "a;\nb 'c; d", DiagnosticCode::unterminated_text, "f.sql:2:3"},
        Problem{"escape", "b E'c\\'; d", DiagnosticCode::unterminated_text, "f.sql:1:4"},
        Problem{"name", "b \"c; d", DiagnosticCode::unterminated_text, "f.sql:1:3"},
        Problem{"dollar quote", "a\n$x$ $y$", DiagnosticCode::unterminated_text, "f.sql:2:1"},
        Problem{"comment", "a; /* /* */", DiagnosticCode::unterminated_text, "f.sql:1:4"},
        Problem{"quote within parentheses", "a (b; 'c", DiagnosticCode::unterminated_text,
                "f.sql:1:7"},
        Problem{"COPY data", "copy t from stdin;\n1\n", DiagnosticCode::unterminated_text,
                "f.sql:1:1"},
        Problem{"psql", "a;\n \\restrict b\n", DiagnosticCode::psql_command, "f.sql:2:2"},
        Problem{"another database", "a;\n \\connect b\n", DiagnosticCode::psql_effect, "f.sql:2:2"},
        Problem{"psql_effect", "a;\n \\i b\n", DiagnosticCode::psql_effect, "f.sql:2:2"},
        Problem{"data", "a;\ncopy t from stdin;\n1\n\\.\n", DiagnosticCode::copy_data, "f.sql:2:1"},
        Problem{"latin 1", "é; '\xE9';", DiagnosticCode::not_utf8, "f.sql:1:5"},
        Problem{"latin 1 in a comment", "a; -- \xE9", DiagnosticCode::not_utf8, "f.sql:1:7"},
        Problem{"zero byte", kNul, DiagnosticCode::not_utf8, "f.sql:1:2"}));

TEST(SplitNotes, SayWhatIsLost) {
  EXPECT_EQ(split_text("\\i a.sql\n").diagnostics.all()[0].message,
            "psql's command \\i is read over: the file that it names is not read");
  EXPECT_EQ(split_text("select 1 \\gexec\n").diagnostics.all()[0].message,
            "psql's command \\gexec is read over: the statements that the query makes are not "
            "known");
  EXPECT_EQ(split_text("copy t from stdin;\n1\n2\n\\.\n").diagnostics.all()[0].message,
            "2 lines of COPY data are read over");
}

TEST(SplitNotes, DataMayBeInAnyEncoding) {
  const SplitResult result = split_text("copy t from stdin;\n\xE9\n\\.\na;");
  EXPECT_EQ(result.diagnostics.count(DiagnosticCode::not_utf8), 0U);
  EXPECT_EQ(result.statements.size(), 2U);
}

TEST(Directives, StandBeforeOrInsideTheirStatement) {
  const SplitResult result = split_text(
      "-- pgplumb: one\n/* pgplumb:  two */ a (\n  --   pgplumb: three \r\n b);\n"
      "-- not pgplumb: x\n-- pgplumb four\nc;\n  --pgplumb:five");
  ASSERT_EQ(result.statements.size(), 2U);
  const auto& directives = result.statements[0].directives;
  ASSERT_EQ(directives.size(), 3U);
  EXPECT_EQ(directives[0].text, "one");
  EXPECT_EQ(directives[1].text, "two");
  EXPECT_EQ(directives[2].text, "three");
  EXPECT_EQ(directives[2].span.label(), "f.sql:3:3");
  EXPECT_TRUE(result.statements[1].directives.empty());
  ASSERT_EQ(result.trailing.size(), 1U);
  EXPECT_EQ(result.trailing[0].text, "five");
}

TEST(Directives, InQuotesAreNone) {
  const SplitResult result = split_text("a '-- pgplumb: x' $$\n-- pgplumb: y\n$$;");
  EXPECT_TRUE(result.statements[0].directives.empty());
  EXPECT_TRUE(result.trailing.empty());
}

// A second of patience: what is not linear takes minutes for these.
TEST(SplitTime, IsLinear) {
  std::string parentheses;
  std::string tags;
  std::string comments;
  for (int i = 0; i < 210'000; ++i) {
    parentheses += "(;";
    tags += "$a$ $b$ ";
    comments += "/*";
  }
  EXPECT_EQ(split_text(parentheses).statements.size(), 210'000U);
  EXPECT_EQ(split_text(tags).statements.size(), 1U);
  EXPECT_EQ(split_text(comments).statements.size(), 0U);
}

}  // namespace
}  // namespace pgplumb::sql
