// import, again and again: what is the other tool's same entry stays one row, whatever files were
// there when it was imported.
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

class ImportAgain : public ProgramTest {
 protected:
  std::string rows() {
    return value(
        "select string_agg(version || ' ' || coalesce(description, '') || ' ' || state, ', ' order "
        "by string_to_array(version, '.')::numeric[]) from schema_migrations");
  }

  void expect_nothing_new() {
    const std::string before = rows();
    const Outcome again = run_on_database({"import"});
    EXPECT_EQ(again.code, 0) << shown(again);
    EXPECT_NE(again.out.find("\n0 new in "), std::string::npos) << shown(again);
    EXPECT_EQ(rows(), before);
  }
};

constexpr const char* kSqitchTables = R"(
  create schema sqitch;
  create table sqitch.changes (change_id text primary key, script_hash text, change text not null,
    project text not null, note text not null default '',
    committed_at timestamptz not null default clock_timestamp(), committer_name text not null,
    committer_email text not null, planned_at timestamptz not null, planner_name text not null,
    planner_email text not null, unique (project, script_hash)))";

std::string deployed(const std::string& id, const std::string& change, const std::string& planned,
                     const std::string& project = "flipr") {
  return "insert into sqitch.changes values ('" + id + "', '" + id + "', '" + change + "', '" +
         project + "', '', '2026-01-05 10:00:0" + id + "+00', 'Ann', 'a@x', '" + planned +
         "', 'Ann', 'a@x')";
}

class SqitchReworked : public ImportAgain {
 protected:
  void SetUp() override {
    ImportAgain::SetUp();
    if (IsSkipped()) return;
    folder().write("migrations/sqitch.plan",
                   "%syntax-version=1.0.0\n%project=flipr\n\n"
                   "app 2024-01-01T10:00:00Z Bob <b@x> # app\n"
                   "users [app] 2024-01-02T10:00:00Z Bob <b@x> # users\n"
                   "@v1 2024-01-03T10:00:00Z Bob <b@x> # tag\n@v2 2024-01-03T10:00:01Z Bob <b@x> "
                   "# tag\n\nusers [users@v2] 2024-01-04T10:00:00Z Bob <b@x> # rework\n");
    // Sqitch names the script as it was after the last tag before the rework.
    for (const char* name : {"app", "users@v2", "users"}) {
      folder().write(std::string("migrations/deploy/") + name + ".sql",
                     "create or replace view " + std::string(name).substr(0, 3) + " as select '" +
                         name + "'::text;\n");
      folder().write(std::string("migrations/revert/") + name + ".sql", "select 1;\n");
    }
    connect().execute(kSqitchTables);
    connect().execute(deployed("1", "app", "2024-01-01 10:00:00+00"));
  }
};

TEST_F(SqitchReworked, TheFirstIsDeployed) {
  connect().execute(deployed("2", "users", "2024-01-02 10:00:00+00"));
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "20240101100000 app imported, 20240102100000 users imported");
  expect_nothing_new();
  EXPECT_EQ(shown(run_on_database({"up"})),
            "0\napplied 20240104100000_users (N ms)\n1 migration applied, at version "
            "20240104100000\n");
  EXPECT_EQ(value("select * from use"), "users");
}

TEST_F(SqitchReworked, BothAreDeployed) {
  connect().execute(deployed("2", "users", "2024-01-02 10:00:00+00"));
  connect().execute(deployed("3", "users", "2024-01-04 10:00:00+00"));
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(),
            "20240101100000 app imported, 20240102100000 users imported, 20240104100000 users "
            "imported");
  expect_nothing_new();
}

TEST_F(SqitchReworked, ChangesOfAnotherProjectHaveNoFilesHere) {
  connect().execute(deployed("2", "users", "2024-01-02 10:00:00+00", "other"));
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "0.1 users imported, 20240101100000 app imported");
  expect_nothing_new();
}

TEST_F(SqitchReworked, AChangeWithoutItsScriptIsSaid) {
  std::filesystem::remove(folder().path() / "migrations/deploy/users.sql");
  const Outcome status = run_on_database({"status"});
  EXPECT_NE(status.err.find("migrations/sqitch.plan:9:1"), std::string::npos) << shown(status);
  EXPECT_NE(status.err.find("there is no deploy/users.sql, so this change never runs"),
            std::string::npos)
      << shown(status);
}

class OtherFolder : public ImportAgain {
 protected:
  void SetUp() override {
    ImportAgain::SetUp();
    if (IsSkipped()) return;
    folder().write("changelog/001_first.sql",
                   "--liquibase formatted sql\n--changeset bob:1\ncreate table l1 ();\n--rollback "
                   "drop table l1;\n--changeset bob:two\ncreate table l2 ();\n--rollback drop "
                   "table l2;\n");
    connect().execute(R"(
      create table databasechangelog (id varchar(255) not null, author varchar(255) not null,
        filename varchar(255) not null, dateexecuted timestamp not null,
        orderexecuted integer not null, exectype varchar(10) not null, md5sum varchar(35),
        tag varchar(255));
      insert into databasechangelog values
        ('1', 'bob', 'db/changelog/001_first.sql', '2026-01-01', 1, 'EXECUTED', null, null),
        ('two', 'bob', 'db/changelog/001_first.sql', '2026-01-01', 2, 'EXECUTED', null, null);
      create table l1 (); create table l2 ())");
  }
};

TEST_F(OtherFolder, AMissingOneIsSaid) {
  const Outcome outcome = run_on_database({"import"});
  EXPECT_EQ(outcome.code, 1) << shown(outcome);
  EXPECT_NE(outcome.err.find("there is no folder migrations"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("nothing was imported"), std::string::npos) << outcome.err;
  EXPECT_EQ(value("select to_regclass('schema_migrations') is null"), "t");
}

TEST_F(OtherFolder, TheFilesAreFoundLater) {
  folder().write("migrations/.keep", "");
  const Outcome first = run_on_database({"import"});
  EXPECT_EQ(first.code, 0);
  EXPECT_NE(first.err.find("2 of 2 have no file in migrations"), std::string::npos) << first.err;
  EXPECT_EQ(rows(), "0.1 1 imported, 0.2 two imported");
  // Before it is imported again: nothing runs a second time.
  const Outcome early = run_on_database({"up", "--migrations", "changelog"});
  EXPECT_EQ(early.code, 3) << shown(early);
  EXPECT_NE(early.err.find("migration 001.1_1 was imported as 0.1, when its file was not here; run "
                           "\"pgplumb import\" again"),
            std::string::npos)
      << early.err;
  const Outcome again = run_on_database({"import", "--migrations", "changelog"});
  EXPECT_EQ(again.code, 0);
  EXPECT_NE(
      again.out.find("0.1 is 001.1 1 now: its file is here\n0.2 is 001.2 two now: its file is "
                     "here\n"),
      std::string::npos)
      << again.out;
  EXPECT_EQ(rows(), "001.1 1 imported, 001.2 two imported");
  EXPECT_EQ(shown(run_on_database({"up", "--migrations", "changelog"})), "0\nAlready up to date\n");
  EXPECT_EQ(run_on_database({"down", "--migrations", "changelog"}).code, 0);
  EXPECT_EQ(value("select to_regclass('l2') is null and to_regclass('l1') is not null"), "t");
  // And back to the empty folder: what is known stays.
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "001.1 1 imported");
}

// As changelogs grow, so do files with markers: that changes nothing that was applied.
TEST_F(OtherFolder, WhatIsAddedToAFile) {
  EXPECT_EQ(run_on_database({"import", "--migrations", "changelog"}).code, 0);
  folder().write("changelog/001_first.sql",
                 "--liquibase formatted sql\n--changeset bob:1\ncreate table l1 ();\n--rollback "
                 "drop table l1;\n--changeset bob:two\ncreate table l2 ();\n--rollback drop "
                 "table l2;\n\n--changeset bob:three\ncreate table l3 ();\n--rollback drop table "
                 "l3;\n");
  EXPECT_EQ(shown(run_on_database({"up", "--migrations", "changelog"})),
            "0\napplied 001.3_three (N ms)\n1 migration applied, at version 001.3\n");
  EXPECT_EQ(run_on_database({"verify", "--migrations", "changelog"}).code, 0);
  EXPECT_EQ(run_on_database({"down", "--migrations", "changelog"}).code, 0);
  EXPECT_EQ(value("select to_regclass('l3') is null"), "t");
}

TEST_F(OtherFolder, WhatMovesWithinAFile) {
  EXPECT_EQ(run_on_database({"import", "--migrations", "changelog"}).code, 0);
  folder().write("changelog/001_first.sql",
                 "--liquibase formatted sql\n--changeset bob:0\nselect 1;\n--changeset "
                 "bob:1\ncreate table l1 ();\n--changeset bob:two\ncreate table l2 ();\n");
  connect().execute(
      "insert into databasechangelog values"
      " ('0', 'bob', 'db/changelog/001_first.sql', '2026-01-02', 3, 'EXECUTED', null, null)");
  EXPECT_EQ(run_on_database({"import", "--migrations", "changelog"}).code, 0);
  EXPECT_EQ(rows(), "001.1 0 imported, 001.2 1 imported, 001.3 two imported");
}

TEST_F(OtherFolder, WhatLeavesItsFileKeepsItsPlace) {
  EXPECT_EQ(run_on_database({"import", "--migrations", "changelog"}).code, 0);
  folder().write("changelog/001_first.sql",
                 "--liquibase formatted sql\n--changeset bob:two\ncreate table l2 ();\n");
  const Outcome again = run_on_database({"import", "--migrations", "changelog"});
  EXPECT_EQ(again.code, 0) << shown(again);
  EXPECT_EQ(rows(), "001.1 1 imported, 001.2 two imported");
  EXPECT_NE(again.err.find("is recorded as 001.2 and stays so: 001.1 has a row of its own"),
            std::string::npos)
      << again.err;
}

// Of what pgplumb imported before it knew where each row came from.
TEST_F(OtherFolder, RowsOfEarlierVersionsAreKnown) {
  EXPECT_EQ(run_on_database({"import", "--migrations", "changelog"}).code, 0);
  connect().execute(
      "alter table schema_migrations drop column imported_from, drop column imported_as");
  folder().write("pgplumb.yaml", "migrations: changelog\n");
  EXPECT_EQ(run_on_database({"status"}).code, 0);
  expect_nothing_new();
  EXPECT_EQ(value("select string_agg(imported_from || ' ' || imported_as, ', ' order by version) "
                  "from schema_migrations"),
            "public.databasechangelog bob:1:db/changelog/001_first.sql, public.databasechangelog "
            "bob:two:db/changelog/001_first.sql");
}

TEST_F(ImportAgain, AnAlembicBranchThatWasMerged) {
  folder().write("migrations/versions/aaa111_a.py", "revision = 'aaa111'\ndown_revision = None\n");
  folder().write("migrations/versions/bbb222_b.py",
                 "revision = 'bbb222'\ndown_revision = 'aaa111'\n");
  connect().execute(
      "create table alembic_version (version_num varchar(32) primary key);"
      "insert into alembic_version values ('bbb222')");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "0.1 aaa111_a imported, 0.2 bbb222_b imported");
  folder().write("migrations/versions/abc111_c.py",
                 "revision = 'abc111'\ndown_revision = 'aaa111'\n");
  folder().write("migrations/versions/ddd333_merge.py",
                 "revision = 'ddd333'\ndown_revision = ('abc111', 'bbb222')\n");
  connect().execute("update alembic_version set version_num = 'ddd333'");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(),
            "0.1 aaa111_a imported, 0.2 bbb222_b imported, 0.3 abc111_c imported, 0.4 "
            "ddd333_merge imported");
  expect_nothing_new();
  // Where the files are missing nobody can tell that something was reverted.
  std::filesystem::remove_all(folder().path() / "migrations/versions");
  expect_nothing_new();
  // Alembic goes back.
  folder().write("migrations/versions/aaa111_a.py", "revision = 'aaa111'\ndown_revision = None\n");
  connect().execute("update alembic_version set version_num = 'aaa111'");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "0.1 aaa111_a imported");
}

TEST_F(ImportAgain, WhatTwoToolsNumberAlike) {
  folder().write("migrations/.keep", "");
  connect().execute(
      "create table knex_migrations (id serial primary key, name varchar(255), batch integer,"
      " migration_time timestamptz);"
      "insert into knex_migrations (name, batch, migration_time) values ('1_users.js', 1, now());"
      "create table pgmigrations (id serial primary key, name varchar(255) not null,"
      " run_on timestamp not null);"
      "insert into pgmigrations (name, run_on) values ('1_orders', now())");
  EXPECT_EQ(run_on_database({"import", "--from", "knex"}).code, 0);
  EXPECT_EQ(run_on_database({"import", "--from", "node-pg-migrate"}).code, 0);
  EXPECT_EQ(rows(), "1 users imported, 1.1 orders imported");
  EXPECT_EQ(run_on_database({"import", "--from", "node-pg-migrate"}).code, 0);
  EXPECT_EQ(run_on_database({"import", "--from", "knex"}).code, 0);
  EXPECT_EQ(rows(), "1 users imported, 1.1 orders imported");
}

TEST_F(ImportAgain, AMarkWithAndWithoutItsFiles) {
  folder().write("migrations/.keep", "");
  connect().execute(
      "create table golang_migrations (version bigint primary key, dirty boolean not null);"
      "insert into golang_migrations values (2, false)");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "2  imported");
  folder().write("files/000001_a.up.sql", "create table a ();\n");
  folder().write("files/000002_b.up.sql", "create table b ();\n");
  folder().write("files/000002_b.down.sql", "select 1;\n");
  EXPECT_EQ(run_on_database({"import", "--migrations", "files"}).code, 0);
  EXPECT_EQ(rows(), "000001 a imported, 000002 b imported");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "000001 a imported, 000002 b imported");
  EXPECT_EQ(run_on_database({"down", "--migrations", "files"}).code, 0);
  EXPECT_EQ(rows(), "000001 a imported");
}

class FlywayBaseline : public ImportAgain {
 protected:
  void SetUp() override {
    ImportAgain::SetUp();
    if (IsSkipped()) return;
    folder().write("migrations/V1__a.sql", "create table a ();\n");
    folder().write("migrations/V2__b.sql", "create table b ();\n");
    folder().write("migrations/U2__b.sql", "drop table b;\n");
    folder().write("migrations/V3__c.sql", "create table c ();\n");
    connect().execute(R"(
      create table flyway_schema_history (installed_rank integer not null primary key,
        version varchar(50), description varchar(200) not null, type varchar(20) not null,
        script varchar(1000) not null, checksum integer, installed_by varchar(100) not null,
        installed_on timestamp not null default now(), execution_time integer not null,
        success boolean not null);
      insert into flyway_schema_history values (1, '2', '<< Flyway Baseline >>', 'BASELINE',
        '<< Flyway Baseline >>', null, 'deploy', '2026-01-01', 0, true);
      create table a (); create table b ())");
  }
};

TEST_F(FlywayBaseline, WhatIsBelowItNeverRuns) {
  EXPECT_EQ(shown(run_on_database({"import"})),
            "0\nimported 1 a, batch 1, below the baseline\nimported 2 b, batch 2, below the "
            "baseline\nflyway in public.flyway_schema_history: 2 migrations applied, 2 with files, "
            "0 without; 1 pending\n2 new in public.schema_migrations; the table of flyway is as it "
            "was\n");
  EXPECT_EQ(rows(), "1 a baseline, 2 b baseline");
  expect_nothing_new();
  EXPECT_EQ(shown(run_on_database({"up"})),
            "0\napplied 3_c (N ms)\n1 migration applied, at version 3\n");
  EXPECT_EQ(run_on_database({"verify"}).code, 0);
  const Outcome down = run_on_database({"down", "b"});
  EXPECT_EQ(down.code, 3);
  EXPECT_NE(down.err.find("was taken over by \"baseline\", not run"), std::string::npos)
      << down.err;
}

TEST_F(FlywayBaseline, MayHaveNoFile) {
  std::filesystem::remove(folder().path() / "migrations/V2__b.sql");
  std::filesystem::remove(folder().path() / "migrations/U2__b.sql");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "1 a baseline, 2 << Flyway Baseline >> imported");
  expect_nothing_new();
  // One that comes later is below it, too.
  folder().write("migrations/V1_5__late.sql", "create table late ();\n");
  EXPECT_EQ(run_on_database({"import"}).code, 0);
  EXPECT_EQ(rows(), "1 a baseline, 1.5 late baseline, 2 << Flyway Baseline >> imported");
}

// What another tool's own checksum says is said; pgplumb's begins with the file as it is.
class ChangedFiles : public ImportAgain {
 protected:
  void expect_said(const char* file, const char* tool) {
    const Outcome outcome = run_on_database({"import", "--dry-run"});
    EXPECT_EQ(outcome.code, 0) << shown(outcome);
    const std::string note = std::string("note: migrations/") + file + " is not what " + tool +
                             " applied: it was changed since, as the checksum there says\n";
    EXPECT_NE(outcome.err.find(note), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.err.find(" is not what "), outcome.err.rfind(" is not what ")) << outcome.err;
  }
};

TEST_F(ChangedFiles, OfFlyway) {
  folder().write("migrations/V1__u.sql", "create table u ();\r\n");
  folder().write("migrations/V2__v.sql", "create table v ();\n");
  connect().execute(R"(
    create table flyway_schema_history (installed_rank integer primary key, version varchar(50),
      description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
      checksum integer, installed_by varchar(100) not null, installed_on timestamp not null,
      execution_time integer not null, success boolean not null);
    insert into flyway_schema_history values
      (1, '1', 'u', 'SQL', 'V1__u.sql', -1827450575, 'deploy', '2026-01-01', 1, true),
      (2, '2', 'v', 'SQL', 'V2__v.sql', -1827450575, 'deploy', '2026-01-01', 1, true))");
  expect_said("V2__v.sql", "flyway");
}

TEST_F(ChangedFiles, OfPrisma) {
  folder().write("migrations/1_u/migration.sql", "create table u ();\r\n");
  folder().write("migrations/2_v/migration.sql", "create table v ();\n");
  connect().execute(R"(
    create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
      finished_at timestamptz, migration_name varchar(255) not null, logs text,
      rolled_back_at timestamptz, started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0);
    insert into _prisma_migrations (id, checksum, finished_at, migration_name)
      select n, encode(sha256(E'create table u ();\n'), 'hex'), now(), n
        from unnest(array['1_u', '2_v']) n)");
  expect_said("2_v/migration.sql", "prisma");
}

TEST_F(ChangedFiles, OfSqlx) {
  folder().write("migrations/1_u.sql", "create table u ();\n");
  folder().write("migrations/2_v.sql", "create table v ();\n");
  connect().execute(R"(
    create table _sqlx_migrations (version bigint primary key, description text not null,
      installed_on timestamptz not null default now(), success boolean not null,
      checksum bytea not null, execution_time bigint not null);
    insert into _sqlx_migrations (version, description, success, checksum, execution_time)
      select n, 'x', true, sha384(E'create table u ();\n'), 1 from generate_series(1, 2) n)");
  expect_said("2_v.sql", "sqlx");
}

TEST_F(ChangedFiles, OfSqitch) {
  folder().write("migrations/sqitch.plan",
                 "%project=flipr\n\nu 2024-01-01T10:00:00Z Bob <b@x>\nv 2024-01-02T10:00:00Z Bob "
                 "<b@x>\n");
  folder().write("migrations/deploy/u.sql", "create table u ();\n");
  folder().write("migrations/deploy/v.sql", "create table v ();\n");
  connect().execute(kSqitchTables);
  connect().execute(deployed("1", "u", "2024-01-01 10:00:00+00"));
  connect().execute(deployed("2", "v", "2024-01-02 10:00:00+00"));
  connect().execute(
      "alter table sqitch.changes drop constraint changes_project_script_hash_key;"
      "update sqitch.changes set script_hash = 'e0ab90ed45430bc86263a7c0ba34f46a903b0edd'");
  expect_said("deploy/v.sql", "sqitch");
}

TEST_F(ImportAgain, WhatFailedThereRunsHere) {
  folder().write("migrations/1_u.sql", "create table u ();\n");
  connect().execute(
      "create table _sqlx_migrations (version bigint primary key, description text not null,"
      " installed_on timestamptz not null default now(), success boolean not null,"
      " checksum bytea not null, execution_time bigint not null);"
      "insert into _sqlx_migrations values (1, 'u', now(), false, '', -1)");
  EXPECT_NE(run_on_database({"import"}).err.find("1 failed there and stays pending\n"),
            std::string::npos);
  EXPECT_EQ(shown(run_on_database({"up"})),
            "0\napplied 1_u (N ms)\n1 migration applied, at version 1\n");
  EXPECT_EQ(shown(run_on_database({"import"})),
            "0\nsqlx in public._sqlx_migrations: 0 migrations applied, 0 with files, 0 without; 0 "
            "pending\n0 new in public.schema_migrations; the table of sqlx is as it was\n");
  EXPECT_EQ(shown(run_on_database({"up"})), "0\nAlready up to date\n");
}

TEST_F(ImportAgain, ALockThatIsTakenIsSaid) {
  folder().write("migrations/.keep", "");
  connect().execute(
      "create table migs (id serial primary key, name varchar(255), batch int,"
      " migration_time timestamptz);"
      "create table migs_lock (index serial primary key, is_locked int);"
      "insert into migs (name, batch, migration_time) values ('1_users.js', 1, now());"
      "insert into migs_lock (is_locked) values (1)");
  EXPECT_EQ(run_on_database({"import", "--dry-run"}).err,
            "note: the lock of knex (public.migs_lock) is taken: it is at work, or was cut off; "
            "import again when it has ended\n");
  connect().execute("update migs_lock set is_locked = 0");
  EXPECT_EQ(run_on_database({"import", "--dry-run"}).err, "");
}

// Versions are numbers: a file that got more zeros is the same migration.
TEST_F(ImportAgain, AVersionWrittenWithOtherZeros) {
  migration("2_a", "create table a ();\n", "drop table a;\n");
  EXPECT_EQ(run_on_database({"up"}).code, 0);
  for (const char* end : {".up.sql", ".down.sql"}) {
    std::filesystem::rename(folder().path() / ("migrations/2_a" + std::string(end)),
                            folder().path() / ("migrations/0002_a" + std::string(end)));
  }
  EXPECT_EQ(run_on_database({"down"}).code, 0);
  EXPECT_EQ(value("select count(*) from schema_migrations"), "0");
  EXPECT_EQ(value("select to_regclass('a') is null"), "t");
}

}  // namespace
}  // namespace pgplumb::testing
