// compare, graph and plan treat all kinds alike: a new kind changes none of them.
#include <gtest/gtest.h>

#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "tests/guards/repository.hpp"

namespace pgplumb::guards {
namespace {

struct Kind {
  std::string name;   // materialized_view
  std::string type;   // MaterializedView
  std::string words;  // materialized view
};

std::vector<Kind> registered_kinds() {
  static const std::regex line(R"rx(\s*KIND\((\w+), (\w+), "([^"]+)", \d+\).*)rx");
  std::vector<Kind> kinds;
  for (const std::string& text : lines_of(read("schema/registry.def.hpp"))) {
    std::smatch match;
    if (std::regex_match(text, match, line)) kinds.push_back({match[1], match[2], match[3]});
  }
  return kinds;
}

// Folders are named after nouns too: only includes of a kind's own header count.
std::string without_harmless_includes(const std::string& code) {
  std::string out;
  for (const std::string& line : lines_of(code)) {
    const bool harmless =
        line.starts_with("#include") && line.find("schema/kinds/") == std::string::npos;
    if (!harmless) out += line + "\n";
  }
  return out;
}

// The first place of `code` (comments blanked) that names a kind.
std::optional<std::string> kind_named_in(const std::string& text, const std::vector<Kind>& kinds) {
  const std::string code = without_harmless_includes(text);
  std::string patterns = R"rx("schema/kinds/|using enum ObjectKind)rx";
  for (const Kind& kind : kinds) {
    patterns += "|ObjectKind::" + kind.name + R"(\b)";
    patterns += "|(^|[^\\w\"])" + kind.type + R"rx((?![\w"]))rx";
    patterns += R"rx(|"[^"\n]*\b)rx" + kind.words + R"rx(\b[^"\n]*")rx";
  }
  std::smatch match;
  const std::regex naming(patterns);
  if (!std::regex_search(code, match, naming)) return {};
  return match.str();
}

TEST(KindNames, AreNotInTheGenericParts) {
  const std::vector<Kind> kinds = registered_kinds();
  ASSERT_GT(kinds.size(), 15U) << "the registry was not understood";
  for (const char* path : {"diff/compare.cpp", "diff/graph.cpp", "diff/plan.cpp"}) {
    ASSERT_TRUE(exists(path)) << path;
    const auto named = kind_named_in(without_comments(read(path)), kinds);
    EXPECT_FALSE(named) << path << " names a kind: " << *named;
  }
}

struct Case {
  std::string code;
  bool names_a_kind;
};

class KindRule : public testing::TestWithParam<Case> {};

TEST_P(KindRule, Holds) {
  const auto named = kind_named_in(without_comments(GetParam().code), registered_kinds());
  EXPECT_EQ(named.has_value(), GetParam().names_a_kind) << GetParam().code;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, KindRule,
    testing::Values(Case{"if (id.kind == ObjectKind::trigger) return;", true},
                    Case{"std::get_if<Relation>(&object)", true}, Case{"Index index;", true},
                    Case{"#include \"schema/kinds/view.hpp\"", true},
                    Case{"#include \"schema/describe.hpp\"", false},
                    Case{"using enum ObjectKind;", true},
                    Case{"message = \"the materialized view\";", true},
                    Case{"for (std::size_t index = 0; index < n; ++index)", false},
                    Case{"std::string_view name; std::visit(f, object);", false},
                    Case{"// an Index is no exception, nor ObjectKind::view", false},
                    Case{"/* Relation */ ObjectKind kind;", false},
                    Case{"CommentedOut x; order(TriggerHappy{});", false}));

}  // namespace
}  // namespace pgplumb::guards
