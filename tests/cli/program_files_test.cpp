// Migrations that are programs, which only their own tool can run.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class ProgramFiles : public ProgramTest {
 protected:
  // A history of node-pg-migrate: SQL, a program, SQL.
  void make_mixed() {
    folder().write("migrations/1700000000001_a.sql",
                   "-- Up Migration\ncreate table a (x int);\n-- Down Migration\ndrop table a;\n");
    folder().write("migrations/1700000000002_b.js", "exports.up = pgm => {}");
    folder().write("migrations/1700000000003_c.sql",
                   "-- Up Migration\ncreate table c (x int);\n-- Down Migration\ndrop table c;\n");
    connect().execute(
        "create table pgmigrations (id serial primary key, name varchar(255) not null,"
        " run_on timestamp not null);"
        "insert into pgmigrations (name, run_on) values ('1700000000001_a', now()),"
        " ('1700000000002_b', now()), ('1700000000003_c', now());"
        "create table a (x int); create table b (x int); create table c (x int)");
  }
};

constexpr const char* kPending =
    "migrations/1700000000004_d.js is a program, which pgplumb can't run, and is not applied here: "
    "apply it with its own tool and import again, or write what it does as SQL under its version "
    "(1700000000004_d.up.sql)";

TEST_F(ProgramFiles, PendingOnesAreSaid) {
  make_mixed();
  folder().write("migrations/1700000000004_d.js", "exports.up = pgm => {}");
  const Outcome imported = run_on_database({"import"});
  EXPECT_EQ(imported.code, 0);
  EXPECT_NE(imported.out.find("3 migrations applied, 2 with files, 1 without; 1 pending\n"),
            std::string::npos)
      << imported.out;
  EXPECT_NE(imported.err.find(std::string("note: ") + kPending), std::string::npos)
      << shown(imported);
  const Outcome status = run_on_database({"status"});
  EXPECT_NE(status.err.find(std::string("note: ") + kPending), std::string::npos) << shown(status);
  EXPECT_EQ(run_on_database({"status", "--exit-code"}).code, 2);
  const Outcome up = run_on_database({"up"});
  EXPECT_EQ(up.code, 3) << shown(up);
  EXPECT_NE(up.err.find(std::string("error: ") + kPending +
                        ", or leave it out with --programs ignore (history.programs: ignore)"),
            std::string::npos)
      << up.err;
  EXPECT_EQ(run_on_database({"baseline"}).code, 3);
  EXPECT_EQ(shown(run_on_database({"up", "--programs", "ignore"})), "0\nAlready up to date\n");
  // Its own tool applies it.
  connect().execute("insert into pgmigrations (name, run_on) values ('1700000000004_d', now())");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
  EXPECT_EQ(run_on_database({"status", "--exit-code"}).code, 0);
}

// The way out for a history of both kinds: what the program did, as SQL under its version.
TEST_F(ProgramFiles, AMixedHistoryBecomesSql) {
  make_mixed();
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(run_on_database({"verify"}).code, 2);
  const Outcome check = run_on_database({"check"});
  EXPECT_NE(
      check.err.find("migrations/1700000000002_b.js:1:1: warning: this file never runs: it is "
                     "a program, which pgplumb can't run; write what it does as SQL under "
                     "its version (1700000000002_b.up.sql)"),
      std::string::npos)
      << shown(check);
  migration("1700000000002_b", "create table b (x int);\n", "drop table b;\n");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
  const Outcome verify = run_on_database({"verify"});
  EXPECT_EQ(verify.code, 0) << shown(verify);
  const Outcome again = run_on_database({"check"});
  EXPECT_EQ(again.code, 0) << shown(again);
  EXPECT_EQ(again.err.find("program"), std::string::npos) << again.err;
  // A new database gets all three.
  connect().execute("drop table a, b, c, pgmigrations, schema_migrations, schema_migrations_log");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  EXPECT_EQ(value("select to_regclass('b') is not null"), "t");
}

TEST_F(ProgramFiles, ABaselineHoldsWhatTheyDid) {
  folder().write("migrations/20260101000000_users.js", "exports.up = () => {}");
  folder().write("migrations/20260101000000_users.d.ts", "");
  folder().write("migrations/helpers.js", "");
  connect().execute(
      "create table knex_migrations (id serial primary key, name varchar(255), batch integer,"
      " migration_time timestamptz);"
      "insert into knex_migrations (name, batch, migration_time) values"
      " ('20260101000000_users.js', 1, now()); create table users (id int)");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  const Outcome baseline = run_on_database({"baseline"});
  EXPECT_EQ(baseline.code, 0) << shown(baseline);
  const Outcome check = run_on_database({"check"});
  EXPECT_EQ(check.code, 0) << shown(check);
  EXPECT_EQ(check.err.find("program"), std::string::npos) << check.err;
  // In a new database nothing says that the program ever ran, and nothing has to.
  connect().execute("drop table users, knex_migrations, schema_migrations, schema_migrations_log");
  const Outcome up = run_on_database({"up"});
  EXPECT_EQ(up.code, 0) << shown(up);
  folder().write("migrations/29990101000000_later.ts", "export const up = () => {}");
  EXPECT_EQ(run_on_database({"up"}).code, 3);
}

TEST_F(ProgramFiles, RevisionsOfAlembic) {
  folder().write("migrations/versions/aaa111_a.py", "revision = 'aaa111'\ndown_revision = None\n");
  folder().write("migrations/versions/bbb222_b.py",
                 "revision = 'bbb222'\ndown_revision = 'aaa111'\n");
  folder().write("migrations/env.py", "import alembic\n");
  connect().execute(
      "create table alembic_version (version_num varchar(32) primary key);"
      "insert into alembic_version values ('aaa111')");
  const Outcome imported = run_on_database({"import"});
  EXPECT_NE(imported.err.find("migrations/versions/bbb222_b.py is a program, which pgplumb can't "
                              "run, and is not applied here"),
            std::string::npos)
      << shown(imported);
  EXPECT_EQ(run_on_database({"up"}).code, 3);
  connect().execute("update alembic_version set version_num = 'bbb222'");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(run_on_database({"up"}).code, 0);
}

// What the tools call their files, and what their tables say.
TEST_F(ProgramFiles, OfOtherTools) {
  for (const char* file :
       {"2026_01_01_000000_create_users.php", "m20260101_000001_create_users.rs",
        "1700000000000-Users.ts", "20260101000000_create_users.rb", "00007_x.go"}) {
    folder().write(std::string("migrations/") + file, "");
  }
  connect().execute(
      "create table laravel (id serial primary key, migration varchar(255) not null, batch int);"
      "insert into laravel (migration, batch) values ('2026_01_01_000000_create_users', 1);"
      "create table seaql (version varchar primary key, applied_at bigint not null);"
      "insert into seaql values ('m20260101_000001_create_users', 1767225600);"
      "create table typeorm (id serial primary key, \"timestamp\" bigint not null, name varchar);"
      "insert into typeorm (\"timestamp\", name) values (1700000000000, 'Users1700000000000');"
      "create schema r; create table r.ar_internal_metadata ();"
      "create table r.schema_migrations (version varchar primary key);"
      "insert into r.schema_migrations values ('20260101000000');"
      "create table goose (id serial primary key, version_id bigint not null,"
      " is_applied boolean not null, tstamp timestamp default now());"
      "insert into goose (version_id, is_applied) values (0, true), (7, true)");
  folder().write("migrations/0001_initial.py", "class Migration: pass\n");
  connect().execute(
      "create table django (id bigserial primary key, app varchar(255) not null, name varchar(255)"
      " not null, applied timestamptz not null);"
      "insert into django (app, name, applied) values ('shop', '0001_initial', now())");
  EXPECT_EQ(run_on_database({"import", "--from", "django"}).code, 0);
  const Outcome pending = run_on_database({"status"});
  EXPECT_EQ(pending.err.find("0001_initial"), std::string::npos) << pending.err;
  EXPECT_NE(pending.err.find("(20260101000000_create_users.up.sql)"), std::string::npos)
      << pending.err;
  for (const char* tool : {"laravel", "seaorm", "typeorm", "rails", "goose"}) {
    EXPECT_EQ(run_on_database({"up"}).code, 3) << tool;
    EXPECT_EQ(run_on_database({"import", "--from", tool}).code, 0) << tool;
  }
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date: there are no migrations\n");
}

}  // namespace
}  // namespace pgplumb::testing
