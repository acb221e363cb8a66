"""What must hold of a random schema, asked of pgplumb and of PostgreSQL."""

import difflib
import json
import os
import random
import re
import subprocess
import sys

import later
import schema
import throwaway
from live import Live
from maker import ROLES, quoted
from variation import varied

LIMIT = 60  # seconds for one call of pgplumb


class Problem:
    """What is wrong, and of which sort it is: making a case small must not end with another one."""

    def __init__(self, sort, text):
        self.sort, self.text = sort, text

    def __str__(self):
        return self.text


def role_statements():
    return [f"create role {quoted(role)}" for role in ROLES]


class Case:
    """Two texts, as lists of statements; the databases made of them are built when asked for."""

    def __init__(self, before, after=None):
        self.texts = {"before": before, "after": after}
        self.databases = {}
        self.dumps = {}

    def sole(self, side):
        case = Case(self.texts[side])
        for known, mine in (self.databases, case.databases), (self.dumps, case.dumps):
            if side in known:
                mine["before"] = known[side]
        return case


class Bench:
    """The server, the program and the tallies."""

    def __init__(self, server, program, folder):
        self.server, self.program, self.folder = server, program, folder
        self.count = 0
        self.tally = {}
        self.made = set()
        version = server.psql("postgres", "-At", "-c", "show server_version_num").stdout
        self.major = int(version) // 10000
        self.dumps_possible = self._dumps()
        # From 15 on a server copies a template page by page unless told otherwise, which takes longer.
        self.strategy = " strategy file_copy" if self.major >= 15 else ""
        self.keeper = self.live("postgres", "keeper")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.keeper.close()

    def _dumps(self):
        return subprocess.run([throwaway.client("pg_dump", self.server.bin), "--schema-only", "-h", self.server.folder,
                               "-U", "postgres", "postgres"], capture_output=True, check=False).returncode == 0

    def add(self, name, number=1):
        self.tally[name] = self.tally.get(name, 0) + number

    # Databases.

    def create(self, template="template0"):
        self.count += 1
        name = f"r{self.count}"
        self.keep(f"create database {name} template {template}{self.strategy}")
        self.made.add(name)
        return name

    def drop(self, name):
        self.made.discard(name)
        self.keep(f"drop database if exists {name} with (force)")

    def keep(self, sql):
        """Through the one session that stays open, as starting psql takes as long as what it is asked."""
        if not self.keeper.execute(sql):
            raise RuntimeError(f"{sql}: {self.keeper.last_error()}")

    def live(self, database, name="psql"):
        command = [throwaway.client("psql", self.server.bin), "-X", "-q", "-A", "-t", "-h", self.server.folder, "-U", "postgres",
                   "-d", database]
        return Live(command, os.path.join(self.folder, f"{name}.log"))

    def grow(self, seed, size):
        database = self.create()
        with self.live(database) as live:
            maker = schema.grow(seed, live, self.major, size)
            self.add("statements", maker.taken)
            self.add("refused", maker.tried - maker.taken)
            first = list(maker.statements)
            added = later.add(maker, "before")
            maker.statements += added
        case = Case(first + added)
        case.databases["before"] = database
        if maker.chance(0.5):
            case.databases["after"] = self.create(database)
            with self.live(case.databases["after"]) as live:
                maker.live = live
                schema.change(maker, maker.rng.randint(1, 8))
                case.texts["after"] = maker.statements + later.add(maker, "after")
        else:
            case.texts["after"] = self.load(case, "after", varied(first, maker.rng))
            with self.live(case.databases["after"]) as live:
                maker.live = live
                case.texts["after"] += later.add(maker, maker.rng.choice(["before", "after"]))
        return case

    def load(self, case, side, statements):
        """Builds a side's database; returns the statements that the server took."""
        database = self.create()
        case.databases[side] = database
        with self.live(database) as live:
            return [sql for sql in statements if live.execute(sql)]

    def database(self, case, side):
        if side not in case.databases:
            case.texts[side] = self.load(case, side, case.texts[side])
        return case.databases[side]

    def dump(self, case, side):
        if side not in case.dumps:
            case.dumps[side] = self.server.dump(self.database(case, side))
        return case.dumps[side]

    def same(self, dump, other):
        """Whether two dumps say the same: at once, or once a server has read them. No SQL makes some of what a
        server prints, such as ((a = 1) OR (a = b)) OR (a = c) for a IN (1, b, c), or an output column without the
        name that its cast gives it: what is restored from a dump is printed otherwise."""
        one, two = sections(dump), sections(other)
        if one == two:
            return True
        names = {name for name in {*one, *two} if one.get(name) != two.get(name)}
        restored = self.restored(dump), self.restored(other)
        return all(restored[0].get(name, "") == restored[1].get(name) for name in names)

    def restored(self, dump):
        """The sections of the dump of a database made from a dump, as far as the server takes that."""
        database = self.create()
        try:
            path = os.path.join(self.folder, "dump.sql")
            with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(dump)
            self.server.psql(database, "-v", "ON_ERROR_STOP=0", "-f", path, check=False, errors="replace")
            return sections(self.server.dump(database))
        finally:
            self.drop(database)

    def refusals(self, dump):
        """What the server says against a dump that it is to restore."""
        database = self.create()
        try:
            path = os.path.join(self.folder, "dump.sql")
            with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(dump)
            return errors_of(self.server.psql(database, "-v", "ON_ERROR_STOP=0", "-f", path, check=False, errors="replace").stderr)
        finally:
            self.drop(database)

    def forget(self, case):
        for name in set(case.databases.values()) & self.made:
            self.drop(name)

    # pgplumb.

    def file(self, name, statements):
        path = os.path.join(self.folder, f"{name}.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(sql + "\n;\n" for sql in statements))
        return path

    def run(self, *arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "DATABASE_URL", "DB_"))}
        try:
            return subprocess.run([self.program, *arguments, "--scratch", self.server.url("postgres")], cwd=self.folder,
                                  env=environment, capture_output=True, text=True, errors="replace", timeout=LIMIT, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(arguments, 99, "", f"no answer within {LIMIT} s")

    def report(self, seeds, failed, seconds):
        numbers = ", ".join(f"{name}: {number}" for name, number in sorted(self.tally.items()))
        print(f"{seeds} seeds on PostgreSQL {self.major} in {seconds:.0f} s: {failed} failed; {numbers}")


# Dumps.

def sections(dump):
    """What a dump says of each object, by the line that names it; columns and grants stand in one order."""
    result = {}
    parts = re.split(r"(?m)^(?=-- Name: )", dump)
    columns = columns_of_tables(parts)
    for section in parts:
        section = with_own_names(section, columns)
        lines = [plainly(line) for line in section.splitlines()
                 if line and not line.startswith(("\\", "-- PostgreSQL database dump complete")) and line != "--"]
        text = "\n".join(sorted_grants(sorted_columns(lines)))
        result.setdefault(lines[0] if lines else "", []).append(text)
    return {name: "\n".join(sorted(texts)) for name, texts in result.items()}


def normal(dump):
    """A dump whose sections, columns and grants stand in one order."""
    return "\n\n".join(text for _, text in sorted(sections(dump).items()))


NAME = r'(?:"(?:[^"]|"")+"|\w+)'
RELATION = NAME + r"\." + NAME
# FROM relation alias(column, column): the relation, the alias, the names.
WITH_NAMES = re.compile(r"((?:FROM |JOIN |^) *\(*(?:ONLY )?)(" + RELATION + ") (" + NAME + r")\((" + NAME + "(?:, " + NAME + r")*)\)",
                        re.MULTILINE)


def columns_of_tables(parts):
    """The columns of each table that a dump lists all columns of, in their order."""
    result = {}
    for part in parts:
        table = re.search(r"(?m)^CREATE (?:UNLOGGED |FOREIGN )?TABLE (" + RELATION + r") \(\n", part)
        if not table:
            continue
        body, closed, tail = part[table.end():].partition("\n)")
        if closed and not tail.lstrip("\n").startswith("INHERITS"):
            result[table.group(1)] = [line.group(1) for line in re.finditer(r"(?m)^    (?!CONSTRAINT )(" + NAME + ") ", body)]
    return result


def with_own_names(section, columns):
    """A query with the tables' own names for columns that an alias names by their place: where a plan leaves columns
    in another order, the query that means the same needs other such names, or none."""
    for _, relation, alias, names in WITH_NAMES.findall(section):
        for name, own in zip(re.findall(NAME, names), columns.get(relation, [])):
            if name == own:
                continue
            was, becomes = re.escape(f"{alias}.{name}"), f"{alias}.\0{own}"  # no other name of the alias any more
            section = re.sub(r"(?m)^( *(?:SELECT (?:DISTINCT )?)?)" + was + "(,?)$",
                             lambda line, own=becomes, name=name: f"{line.group(1)}{own} AS {name}{line.group(2)}", section)
            section = re.sub(r'(?<![\w".])' + was + r'(?![\w"])', lambda _, own=becomes: own, section)
        section = re.sub(r"\0(" + NAME + r") AS \1(?=,?$)", r"\1", section, flags=re.MULTILINE).replace("\0", "")
    return section


def plainly(line):
    """Without what says nothing, the order of options, and what no plan says, a password."""
    line = re.sub(r"^(    password) 'secret'(?=,?$)", r"\1 '****'", line)
    line = re.sub(r"(?<= WITH \()[^()]*(?=\)(?:;| AS)?$)|(?<=^WITH \()[^()]*(?=\);?$)",
                  lambda match: ", ".join(sorted(match.group().split(", "))), line)
    # The server keeps them, and the columns of a publication, in the order of the table's columns.
    line = re.sub(r"(?<= ON )(.*)(?= FROM )", lambda match: ", ".join(sorted(match.group().split(", "))), line) \
        if line.startswith("CREATE STATISTICS ") else line
    line = re.sub(r"(^ALTER PUBLICATION .* ADD TABLE (?:ONLY )?" + RELATION + r" \()(" + NAME + "(?:, " + NAME + r")*)(?=\))",
                  lambda match: match.group(1) + ", ".join(sorted(re.findall(NAME, match.group(2)))), line)
    line = re.sub(r"(?<=^    )\w+ = '.*'(?= \);$)", lambda match: ", ".join(sorted(match.group().split(", "))), line)
    # Where columns come in another order, no SQL gives a table's columns the same names by an alias; what refers to
    # them says whether they mean the same.
    line = WITH_NAMES.sub(r"\1\2 \3", line)
    return re.sub(r"(?<= UPDATE OF )(.*?)(?= ON | OR )", lambda match: ", ".join(sorted(match.group().split(", "))), line)


def sorted_columns(lines):
    result, inside, head = [], None, ""
    for line in lines:
        if inside is not None and line.startswith(")"):
            result += sorted(inside)
            inside = None
        if inside is not None:
            inside.append(line.rstrip(","))
            continue
        result.append(line)
        # A name with line breaks does not end it.
        if head or line.startswith(("CREATE TABLE ", "CREATE UNLOGGED TABLE ", "CREATE FOREIGN TABLE ")):
            head += line
        if head.count('"') % 2 == 0:
            inside = [] if head.endswith("(") else None
            head = ""
    return result + (inside or [])


def whole_statements(lines):
    """Names with line breaks do not end a GRANT."""
    result, open_grant = [], False
    for line in lines:
        if open_grant:
            result[-1] += "\n" + line
        else:
            result.append(line)
        open_grant = result[-1].startswith(("GRANT ", "REVOKE ")) and not line.endswith(";")
    return result


def sorted_grants(lines):
    """Grants and dependencies on extensions at the end, and the settings of a routine in front, in their order."""
    lines = whole_statements(lines)
    grants = [line for line in lines if line.startswith(("GRANT ", "REVOKE ")) or " DEPENDS ON EXTENSION " in line]
    settings = [line for line in lines if re.match(r"    SET \S+ TO ", line)]
    return (lines[:1] + sorted(settings) + [line for line in lines[1:] if line not in grants and line not in settings]
            + sorted(grants))


def dump_problem(bench, is_dump, wanted, what):
    if bench.same(is_dump, wanted):
        return None
    lines = list(difflib.unified_diff(normal(is_dump).splitlines(), normal(wanted).splitlines(), "is", "wanted", lineterm="",
                                      n=1))[:30]
    changed = [line for line in lines[2:] if line[:1] in "+-"]
    sort = " ".join(re.sub(r'"[^"]*"|\d+', "", changed[0]).split()[:3]) if changed else ""
    return Problem(f"{what} {sort}", f"{what}: pg_dump differs:\n" + "\n".join(lines))


# Checks: each gives a Problem or None.

def sort_of(text):
    return re.sub(r"\"[^\"]*\"|'[^']*'|\d+|[\w.]+\.sql\S*", "", text)[:100]


# What the text alone may leave open.
LEFT_OPEN = {"opaque_statement", "unmanaged_statement"}


def report_problem(done, asked):
    try:
        found = json.loads(done.stdout)
    except ValueError:
        text = f"exit {done.returncode}: {(done.stderr or done.stdout).strip()[:2000]}"
        return Problem(sort_of(text), text)
    for one in found["diagnostics"]:
        if one["severity"] != "note" and (asked or one["code"] not in LEFT_OPEN):
            return Problem(sort_of(one["message"]), f"diagnostic: {one['message']} {one.get('origin')}")
    for one in found["differences"]:
        return difference_problem(one, "differs", found)
    if asked:
        for one in found["unknowns"]:
            return difference_problem(one, "unknown", found)
    for key in ("opaque", "unmanaged"):
        if found[key] and asked:
            entries = found["opaque_statements"] + found["unmanaged_objects"]
            return Problem(f"{key}", f"{key}: {json.dumps(entries)[:600]}")
    return None


def difference_problem(one, word, found):
    fields = one.get("fields", [])
    text = "; ".join(f"{f['name']}: server {f['current']!r}, text {f['desired']!r}" for f in fields)
    sort = f"{word} {one['verb']} {one['kind']} {sorted(f['name'] for f in fields)}"
    return Problem(sort, f"{word}: {one['verb']} {one['kind']} {one['object']} {text} "
                   f"({found['different']} different, {found['unknown']} unknown)")


def agreement(bench, case, asked):
    for side in "before", "after":
        if case.texts[side] is None:
            continue
        database = bench.database(case, side)
        file = bench.file("text", case.texts[side])
        more = [] if asked else ["--offline"]
        done = bench.run("diff", bench.server.url(database), f"schema:{file}", "--format", "json", *more)
        problem = report_problem(done, asked)
        if problem:
            problem.side = side
            return problem
        if not asked:
            found = json.loads(done.stdout)
            bench.add("objects", found["objects"])
            bench.add("unknown offline", found["unknown"])
    return None


def check_offline(bench, case):
    return agreement(bench, case, asked=False)


def check_asked(bench, case):
    return agreement(bench, case, asked=True)


def plan_problem(bench, case, sides, files, what):
    """Runs the plan from one side to the other on a copy of the one's database."""
    start, end = sides
    return run_problem(bench, case.databases[start], bench.run("diff", *files, "--sql"), lambda: bench.dump(case, end), what,
                       case.databases[end])


def errors_of(output):
    """The errors that psql tells."""
    return [re.sub(r"^psql:\S+ ", "", line) for line in output.splitlines() if "ERROR" in line]


def self_refused(bench, output, dump):
    """Whether the server refuses its own dump of the database with the words by which it refused a plan: a constant
    that it can't compute in a check of a partition, say, which only some orders of statements let pass."""
    errors = errors_of(output)
    return bool(errors) and errors[-1] in bench.refusals(dump)


CHECKS_AGAIN = """
select 'alter ' || case when contypid <> 0 then 'domain ' || contypid::regtype else 'table ' || conrelid::regclass end
       || ' add constraint checked_again_' || oid || ' ' || pg_get_constraintdef(oid) || ';'
from pg_constraint where contype = 'c' and convalidated
"""


def adds_check(plan, output):
    """Whether psql tells an error of a statement that adds a check to what is there."""
    place = re.search(r"^psql:\S+:(\d+): ERROR", output, re.MULTILINE)
    lines = plan.splitlines()
    line = lines[int(place.group(1)) - 1] if place and int(place.group(1)) <= len(lines) else ""
    return bool(re.match(r"ALTER (TABLE|DOMAIN) .* ADD CONSTRAINT .* CHECK ", line))


def none_adds(bench, plan, output, target):
    """Whether a plan fails because it adds a check that the server refuses, in the same words, to add to the very
    database that is wanted: CREATE takes a constant that can't be computed, ALTER computes it."""
    if target is None or not adds_check(plan, output):
        return False
    checks = bench.server.psql(target, "-At", "-c", CHECKS_AGAIN).stdout
    database = bench.create(target)
    try:
        path = os.path.join(bench.folder, "again.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(checks)
        ran = bench.server.psql(database, "-v", "ON_ERROR_STOP=0", "-f", path, check=False, errors="replace")
        return errors_of(output)[-1] in errors_of(ran.stderr)
    finally:
        bench.drop(database)


def run_problem(bench, start, done, wanted, what, target=None):
    """The same of a plan that is there: what printed it. `target`: a database that it is to lead to."""
    if "[plan_impossible]" in done.stderr and what != "build":  # no way that keeps the rows
        bench.add("no plan")
        print(f"{what}: {done.stderr.splitlines()[0]}")
        return None
    if done.returncode not in (0, 2):
        text = f"{what}: no plan: exit {done.returncode}: {done.stderr.strip()[:2000]}"
        return Problem(sort_of(text), text)
    database = bench.create(start)
    try:
        path = os.path.join(bench.folder, "plan.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(done.stdout)
        ran = bench.server.psql(database, "-f", path, check=False, errors="replace")
        if ran.returncode != 0:
            if what == "build" and self_refused(bench, ran.stderr, wanted()):
                bench.add("not restorable")
                print(f"{what}: PostgreSQL can't restore its own dump either: {errors_of(ran.stderr)[-1]}")
                return None
            if none_adds(bench, done.stdout, ran.stderr, target):
                bench.add("check not to be added")
                print(f"{what}: PostgreSQL adds no such check, only makes it: {errors_of(ran.stderr)[-1]}")
                return None
            message = re.sub(r"^psql:\S+ ", "", ran.stderr.strip()[-1200:])
            errors = errors_of(ran.stderr)
            sort = sort_of(errors[-1]) if errors else ""
            return Problem(f"{what} {sort}", f"{what}: the plan fails: {message}\n{done.stdout[:3000]}")
        if not bench.dumps_possible:
            return None
        problem = dump_problem(bench, bench.server.dump(database), wanted(), what)
        if problem:
            problem.text += "\nplan:\n" + done.stdout[:3000]
        return problem
    finally:
        bench.drop(database)


def check_build(bench, case):
    for side in "before", "after":
        if case.texts[side] is None:
            continue
        bench.database(case, side)
        nothing, file = bench.file("nothing", []), bench.file("text", case.texts[side])
        done = bench.run("diff", f"schema:{nothing}", f"schema:{file}", "--sql")
        problem = run_problem(bench, "template0", done, lambda s=side: bench.dump(case, s), "build") or \
            parse_problem(bench, done.stdout, file)
        if problem:
            problem.side = side
            return problem
    return None


def parse_problem(bench, rendered, file):
    """What pgplumb writes it reads as the same, once the passwords stand in it that it never writes."""
    path = os.path.join(bench.folder, "rendered.sql")
    with open(path, "w", encoding="utf-8") as written:
        written.write(re.sub(r"(?<=password )'\*{4}'", "'secret'", rendered))
    problem = report_problem(bench.run("diff", f"schema:{path}", f"schema:{file}", "--offline", "--format", "json"), asked=False)
    if problem:
        problem.text = f"read back, {problem.text}\nplan:\n{rendered[:3000]}"
    return problem


def both_files(bench, case):
    for side in "before", "after":
        bench.database(case, side)
    return [f"schema:{bench.file(side, case.texts[side])}" for side in ("before", "after")]


def check_change(bench, case):
    if case.texts["after"] is None:
        return None
    before, after = both_files(bench, case)
    return plan_problem(bench, case, ("before", "after"), (before, after), "change")


def check_back(bench, case):
    if case.texts["after"] is None:
        return None
    before, after = both_files(bench, case)
    return plan_problem(bench, case, ("after", "before"), (after, before), "back")


CHECKS = [("offline", check_offline), ("asked", check_asked), ("build", check_build), ("change", check_change),
          ("back", check_back)]
