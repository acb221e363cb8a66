"""What does not change a schema: after each of these verify is clean and pg_dump says the same.

The database is the one that the migrations made, so that there are objects of each kind; the SQL
may need what kinds/*.sql make. VACUUM and its like want a statement of their own.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Harmless:
    title: str
    sql: list = field(default_factory=list)
    since: int = 14


def each(title, *sql, since=14):
    return Harmless(title, list(sql), since)


HARMLESS = [
    each("rows inserted",
         "insert into relations.persistence select generate_series(1, 1000)",
         "insert into attributes.storage select repeat('x', 10000) from generate_series(1, 10)"),
    each("rows updated and deleted",
         "update relations.persistence set a = a + 1", "delete from relations.persistence where a % 2 = 0"),
    each("rows in a partition", "insert into relations.divided values (1)",
         "insert into triggers.whole values (1)"),
    each("a table emptied", "truncate relations.persistence"),
    each("analyze", "analyze"),
    each("vacuum", "vacuum"),
    each("vacuum freeze and analyze", "vacuum (freeze, analyze) relations.persistence"),
    each("a table rewritten", "vacuum full relations.persistence"),
    each("a rewrite by hand", "alter table relations.options alter a type int using a + 0"),
    each("a table clustered once", "cluster indexes.table_one using options"),
    each("then on nothing", "alter table indexes.table_one set without cluster"),
    each("reindex of an index", "reindex index indexes.missing"),
    each("reindex of a table", "reindex table indexes.table_one"),
    each("reindex of a schema", "reindex schema constraints"),
    each("reindex without lock", "reindex index concurrently indexes.missing"),
    each("a materialized view refreshed", "refresh materialized view matviews.query"),
    each("a sequence advanced", "select nextval('sequences.start'), nextval('sequences.start')"),
    each("a sequence set", "select setval('sequences.minimum', 77)"),
    each("a sequence restarted", "alter sequence sequences.increment restart with 500"),
    each("an identity advanced", "insert into attributes.identity default values"),
    each("an index made again", "drop index indexes.missing",
         "create index missing on indexes.table_one (a, b)"),
    each("a table made again", "drop table relations.missing", "create table relations.missing (a int)"),
    each("a view made again", "drop view views.missing", "create view views.missing as select 1 as a"),
    each("a view replaced by itself", "create or replace view views.query as select 1 as a"),
    each("a function replaced by itself",
         "create or replace function routines.body() returns int language sql as 'select 1'"),
    each("a check made again", "alter table constraints.checked drop constraint c_checked, "
         "add constraint c_checked check ((((a)) > 0))"),
    each("a default set again", "alter table defaults.expression alter a drop default",
         "alter table defaults.expression alter a set default 1"),
    each("a trigger made again", "drop trigger x on triggers.t_missing",
         "create trigger x before insert on triggers.t_missing for each row execute procedure triggers.fire()"),
    each("a policy made again", "drop policy p on policies.t_using",
         "create policy p on policies.t_using for all to public using (policies.t_using.a > 0)"),
    each("a rule made again", "create or replace rule r as on delete to rules.t_enabled do instead nothing"),
    each("an extension made again", "drop extension citext", "create extension citext schema extensions"),
    each("a grant made again", "revoke all on privileges.letters from ann",
         "grant select on privileges.letters to ann"),
    each("a grant that is there", "grant select on privileges.letters to ann"),
    each("a grant to the owner", "grant all on privileges.missing to postgres"),
    each("a right that nobody had revoked", "revoke update on privileges.letters from bob"),
    each("renamed and back", "alter table relations.options rename to other",
         "alter table relations.other rename to options"),
    each("moved and back", "alter table relations.options set schema public",
         "alter table public.options set schema relations"),
    each("owner changed and back", "alter table owners.role owner to bob",
         "alter table owners.role owner to ann"),
    each("a column added and dropped", "alter table attributes.type add x int, add y text default 'y'",
         "alter table attributes.type drop x, drop y"),
    each("not null set and dropped", "alter table attributes.target alter a set not null",
         "alter table attributes.target alter a drop not null"),
    each("an option set and reset", "alter table relations.options set (fillfactor = 50)",
         "alter table relations.options reset (fillfactor)"),
    each("logged and unlogged", "alter table relations.persistence set unlogged",
         "alter table relations.persistence set logged"),
    each("a comment set again", "comment on table comments.text is null",
         "comment on table comments.text is 'x'"),
    each("a comment on nothing", "comment on table relations.missing is null"),
    each("a domain used", "create temp table uses (d domains.default_)"),
    each("temporary objects", "create temp table mine (a int primary key)",
         "create temp view of_mine as select 1", "create function pg_temp.f() returns int language sql as 'select 1'"),
    each("an empty publication's table gone and back", "alter publication publishing drop table published.missing",
         "alter publication publishing add table published.missing"),
    each("detached and attached", "alter table relations.divided detach partition relations.bound",
         "alter table relations.divided attach partition relations.bound for values in (1)"),
    each("statistics made again", "drop statistics statistics.columns",
         "create statistics statistics.columns on b, a from statistics.one"),
    each("settings of a session", "set work_mem = '8MB'", "set search_path = relations"),
    each("prepared statement", "prepare p as select 1"),
    each("a large object", "select lo_create(4711)"),
    each("a notice and an advisory lock", "select pg_advisory_lock(1)", "notify x"),
    each("checkpoint", "checkpoint"),
]
