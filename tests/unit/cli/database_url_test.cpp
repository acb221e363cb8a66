#include "cli/database_url.hpp"

#include <gtest/gtest.h>

namespace pgplumb::cli {
namespace {

struct Case {
  const char* flag;
  const char* configured;  // of environment "e"; null = the key is not there
  bool named;
  Variables process;
  Variables file;
  const char* result;  // masked URL, or "!" and the beginning of the error
};

std::string chosen(const Case& one) {
  EnvironmentSettings settings;
  if (one.configured != nullptr) settings.url = ConfiguredText{one.configured, {}};
  DatabaseSources sources;
  if (one.flag != nullptr) sources.flag = one.flag;
  sources.settings = &settings;
  sources.environment_name = "e";
  sources.environment_was_named = one.named;
  const auto url = choose_database(sources, Environment(one.process, one.file));
  return url ? url->masked()
             : "!" + url.error().message.substr(0, std::string(one.result).size() - 1);
}

TEST(ChooseDatabase, FirstThatIsThere) {
  const Variables all = {
      {"DATABASE_URL", "postgresql://h/url"}, {"DB_NAME", "db"}, {"PGDATABASE", "pg"}};
  const std::vector<Case> cases = {
      {"postgresql://h/flag", "postgresql://h/e", true, all, {}, "postgresql://h/flag"},
      {nullptr, "postgresql://h/e", true, all, {}, "postgresql://h/e"},
      {nullptr, "postgresql://h/e", false, all, {}, "postgresql://h/url"},
      {nullptr,
       "postgresql://h/e",
       false,
       {{"DB_NAME", "db"}, {"DB_HOST", "g"}},
       {},
       "postgresql://g/db"},
      {nullptr,
       "postgresql://h/e",
       false,
       {{"DB_PASSWORD", "s"}, {"PGHOST", "g"}},
       {},
       "postgresql://h/e"},
      {nullptr,
       "postgresql://h/e",
       false,
       {},
       {{"DATABASE_URL", "postgresql://h/f"}},
       "postgresql://h/f"},
      {nullptr, "${MINE:-postgresql://h/e}", false, all, {}, "postgresql://h/url"},
      {nullptr,
       "${MINE:-postgresql://h/e}",
       false,
       {{"MINE", "postgresql://h/mine"}, {"DATABASE_URL", "postgresql://h/url"}},
       {},
       "postgresql://h/mine"},
      // .env never overrides what the process says.
      {nullptr,
       nullptr,
       false,
       {{"DB_HOST", "h"}, {"DB_NAME", "db"}},
       {{"DATABASE_URL", "postgresql://h/f"}},
       "postgresql://h/db"},
      {nullptr,
       nullptr,
       false,
       {{"PGHOST", "h"}, {"PGDATABASE", "pg"}},
       {{"DATABASE_URL", "postgresql://h/f"}, {"DB_NAME", "f"}},
       "postgresql://h/pg"},
      {nullptr,
       nullptr,
       false,
       {{"PGPASSWORD", "s"}},
       {{"DATABASE_URL", "postgresql://h/f"}},
       "postgresql://h/f"},
      {nullptr,
       nullptr,
       false,
       {{"DB_HOST", "h"}, {"DB_DATABASE", "db"}, {"DB_USERNAME", "u"}},
       {},
       "postgresql://u@h/db"},
      {nullptr, "${MINE}", false, {{"MINE", "postgresql://h/mine"}}, {}, "postgresql://h/mine"},
      {nullptr, nullptr, false, all, {}, "postgresql://h/url"},
      {nullptr, "${NOPE:-}", false, all, {}, "postgresql://h/url"},
      {nullptr, "${NOPE:-}", true, all, {}, "!the environment e has no url"},
      {nullptr, "${NOPE}", true, all, {}, "!the environment variable NOPE is not set"},
      {nullptr, nullptr, true, {}, {{"DATABASE_URL", "postgresql://h/f"}}, "postgresql://h/f"},
      {nullptr,
       nullptr,
       false,
       {{"DB_HOST", "h"}, {"DB_NAME", "db"}, {"DB_PASSWORD", "s"}},
       {},
       "postgresql://:****@h/db"},
      {nullptr, nullptr, false, {}, {{"PGHOST", "h"}, {"PGDATABASE", "pg"}}, "postgresql://h/pg"},
      {nullptr, nullptr, false, {}, {}, "!no database: set DATABASE_URL"},
      {"nonsense", nullptr, false, {}, {}, "!--url: "},
      {"postgresql://u:secret@[", nullptr, false, {}, {}, "!--url: "},
  };
  for (const Case& one : cases) EXPECT_EQ(chosen(one), one.result);
}

TEST(ChooseDatabase, DotenvFillsWhatTheUrlLeavesOpen) {
  const Case open{nullptr,
                  nullptr,
                  false,
                  {{"DATABASE_URL", "postgresql://h/d"}},
                  {{"PGUSER", "u"}, {"PGPASSWORD", "p"}, {"PGHOST", "other"}},
                  ""};
  EXPECT_EQ(chosen(open), "postgresql://u:****@h/d");
}

TEST(LooksLikeProduction, WordsOfHostAndDatabase) {
  struct Look {
    const char* url;
    bool production;
  };
  for (const Look& one :
       {Look{"postgresql://h/shop_production", true},
        Look{"postgresql://db.prod.example/shop", true}, Look{"postgresql://h/PROD", true},
        Look{"postgresql://prod1/x", true}, Look{"postgresql://h/products", false},
        Look{"postgresql://h/reproduction", false},
        Look{"postgresql:///d?host=/srv/prod/socket", false}, Look{"postgresql://h/shop", false}}) {
    EXPECT_EQ(looks_like_production(*pg::ConnectionUrl::parse(one.url)), one.production) << one.url;
  }
}

}  // namespace
}  // namespace pgplumb::cli
