"""What the attacks on the runner share: a history to apply, and what must hold at the end."""

import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))
import captured  # noqa: E402
import throwaway  # noqa: E402

LIMIT = 120  # seconds for one call of pgplumb


class Failure(Exception):
    pass


def history(folder):
    """Transactional, non-transactional and batched migrations; the work in them takes a while."""
    migrations = os.path.join(folder, "migrations")
    os.makedirs(migrations)

    def write(name, text):
        with open(os.path.join(migrations, name), "w", encoding="utf-8") as file:
            file.write(text)

    write("01_tables.up.sql",
          "create table item (id int, state int not null default 0, note text);\n"
          "create table event (id bigint generated always as identity, what text);\n")
    write("02_rows.up.sql",
          "insert into item (id) select i from generate_series(1, 3000) i;\n"
          "insert into event (what) values ('rows');\n")
    write("03_indexes.up.sql",
          "create index concurrently item_id on item (id);\n"
          "insert into event (what) values ('indexes');\n"
          "create unique index concurrently item_unique on item (id);\n"
          "drop index concurrently item_id;\n"
          "insert into event (what) values ('dropped');\n")
    write("04_batches.up.sql",
          "-- pgplumb: repeat until 0 rows\n"
          "update item set state = state + 1 where ctid = any (array(\n"
          "  select ctid from item where state = 0 limit 200));\n"
          "insert into event (what) values ('batches');\n")
    write("05_type.up.sql",
          "alter table item alter note type varchar(40) using note;\n"
          "create index item_state on item (state);\n"
          "insert into event (what) values ('type');\n")
    write("06_more.up.sql",
          "-- pgplumb: no-transaction\n"
          "set search_path = public;\n"
          "insert into event (what) values ('more');\n"
          "create index concurrently event_what on event (what);\n"
          "vacuum item;\n"
          "insert into event (what) values ('end');\n")
    return 6


# Everything that an uninterrupted run leaves, and nothing that differs from run to run.
STATE = """
select (select string_agg(what, ' ' order by what) from event) || '; '
    || (select count(*) || ' rows, state ' || sum(state) from item) || '; '
    || (select string_agg(version || ':' || state || ':' || coalesce(error, ''), ' ' order by version)
          from public.schema_migrations) || '; '
    || (select string_agg(indexrelid::regclass || ':' || indisvalid, ' ' order by 1)
          from (select indexrelid, indisvalid from pg_index
                 where indrelid in ('item'::regclass, 'event'::regclass) order by indexrelid::regclass::text) i)
    || '; locks ' || (select count(*) from pg_locks where locktype = 'advisory'
                         and database = (select oid from pg_database where datname = current_database()))
"""


class Project:
    def __init__(self, folder, program, server):
        self.folder, self.program, self.server = folder, program, server
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("PG", "DATABASE_URL", "PGPLUMB"))}

    def start(self, database, *arguments):
        return subprocess.Popen([self.program, *arguments, "--url", self.server.url(database)],
                                cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, database, *arguments):
        done = subprocess.run([self.program, *arguments, "--url", self.server.url(database)],
                              cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, timeout=LIMIT, check=False)
        captured.keep(done.stdout, done.stderr)
        return done

    def up(self, database, *more):
        done = self.run(database, "up", *more)
        if done.returncode != 0:
            raise Failure(f"up exits with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def end_of(self, process, timeout):
        """Both streams of what start() began."""
        out, err = process.communicate(timeout=timeout)
        captured.keep(out, err)
        return out, err

    def state(self, database):
        captured.keep(self.server.psql(database, "-At", "-c", "select * from schema_migrations",
                                       "-c", "select * from schema_migrations_log").stdout)
        return self.server.psql(database, "-At", "-c", STATE).stdout.strip()


def options(description, rounds):
    """`rounds`: name -> how many of all; a tenth is run without --all."""
    parser = argparse.ArgumentParser(description=description,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pgplumb", required=True)
    parser.add_argument("--all", action="store_true", help="all rounds instead of a tenth")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.pgplumb = os.path.abspath(chosen.pgplumb)
    chosen.rounds = {name: count if chosen.all else max(1, count // 10)
                     for name, count in rounds.items()}
    if throwaway.server_bin() is None:
        print("SKIPPED: no PostgreSQL server programs on this machine")
        sys.exit(77)
    return chosen
