"""SQL that makes a database of hostile names: every kind has objects under them, and every text
that a catalog keeps (defaults, comments, labels, options, bodies, settings) is hostile, too."""

from names import NAMES, TEXTS, WORST, name, string

WORST_NAME, WORST_TEXT = name(WORST), string(WORST)
UPPER = name(NAMES["upper"])
ROLES = [WORST, NAMES["injection"], NAMES["newline"], NAMES["63 bytes"], NAMES["reserved"]]
SCHEMAS = ["tables", "views", "matviews", "types", "composites", "domains", "sequences", "functions",
           "statistics", "others"]


def other_name(prefix):
    """Where one name is not enough for two objects."""
    return name(prefix + WORST[:40])


def dollar_quoted(text):
    """With a tag that the text does not hold."""
    tag = "q"
    while f"${tag}" in text:
        tag += "q"
    return f"${tag}${text}${tag}$"


def under(text):
    """One of each kind of which there can be many, all under the same name."""
    n, value = name(text), string(text)
    one_line = " ".join(text.split())
    yield f"create table tables.{n} ({n} text default {value}, b int, constraint {n} check ({n} <> {value}))"
    yield f"comment on table tables.{n} is {value}"
    yield f"comment on column tables.{n}.{n} is {value}"
    yield f"comment on constraint {n} on tables.{n} is {value}"
    yield f"create index on tables.{n} ({n}) where {n} <> {value}"
    yield (f"create view views.{n} as select {n}, {value}::text as b from tables.{n} "
           f"where {n} = {value}")
    yield f"create materialized view matviews.{n} as select {value}::text as {n}"
    yield f"create type types.{n} as enum ({value}, 'b')"
    yield f"comment on type types.{n} is {value}"
    yield f"create type composites.{n} as ({n} types.{n})"
    yield (f"create domain domains.{n} as text default {value} "
           f"constraint {n} check (value <> {value})")
    yield f"create sequence sequences.{n}"
    yield (f"create function functions.{n}({n} text default {value}, "
           f"out {name(text[:10] + '2')} types.{n}) language sql as "
           + dollar_quoted(f"select null::types.{n} -- {one_line}"))
    yield f"create policy {n} on tables.{n} using ({n} = {value})"
    yield (f"create trigger {n} before insert on tables.{n} for each row when (new.{n} = {value}) "
           f"execute function public.fire({value}, {value})")
    yield f"create rule {n} as on delete to tables.{n} where old.{n} = {value} do instead nothing"
    yield f"create statistics statistics.{n} on {n}, b from tables.{n}"
    yield f"create schema {name('z' + text[:14])}"


def with_text(number, text):
    value = string(text)
    of_comment = text.replace("*/", "").replace("/*", "")
    function = f"others.body{number}()"
    yield (f"create function {function} returns text language plpgsql as "
           + dollar_quoted(f"begin /* {of_comment} */ return {value}; end"))
    yield f"comment on function {function} is {value}"
    yield f"alter function {function} set application_name = {string(text[:60])}"
    yield f"alter function {function} set my.setting{number} = {value}"
    yield f"alter function {function} set search_path = {name(text[:60])}, public"
    yield (f"create view others.view{number} as select {value}::text as a, 1 as {name(text[:60])}")
    yield (f"create table others.{name(f'p{number}' + text[:14])} partition of "
           f"others.{other_name('p')} for values in ({value})")


def singles():
    """One of each other kind, under the name that holds everything."""
    n, value = WORST_NAME, WORST_TEXT
    yield f"create collation others.{n} (locale = 'C')"
    yield f"create type others.{other_name('shell')}"
    yield (f"create type others.{n} as range (subtype = text, "
           f"multirange_type_name = {other_name('many')})")
    yield f"create cast (types.{UPPER} as types.{name('select')}) with inout"
    yield (f"create function others.{n}() returns language_handler language c "
           "as '$libdir/plpgsql', 'plpgsql_call_handler'")
    yield f"create language {n} handler others.{n}"
    yield (f"create aggregate others.{other_name('total')}(text) "
           f"(sfunc = textcat, stype = text, initcond = {value})")
    yield "create operator others.=~= (function = texteq, leftarg = text, rightarg = text)"
    yield f"comment on operator others.=~= (text, text) is {value}"
    yield f"create operator family others.{n} using btree"
    yield f"create operator class others.{n} for type int using btree family others.{n} as storage int"
    yield f"create access method {n} type index handler bthandler"
    yield f"create conversion others.{n} for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1"
    yield (f"create text search parser others.{n} (start = prsd_start, gettoken = prsd_nexttoken, "
           "end = prsd_end, lextypes = prsd_lextype)")
    yield f"create text search template others.{n} (lexize = dsimple_lexize)"
    yield f"create text search dictionary others.{n} (template = simple)"
    yield f'create text search configuration others.{n} (parser = "default")'
    yield f"alter text search configuration others.{n} add mapping for word with others.{n}"
    yield f"create foreign data wrapper {n}"
    yield f"create server {n} type {value} version {value} foreign data wrapper {n}"
    options = ", ".join(f"{name(f'o{i}' + text[:14].replace('=', ''))} {string(text)}"
                        for i, text in enumerate(TEXTS))
    yield f"alter server {n} options ({options})"
    yield f"create user mapping for public server {n} options ({name('a')} {value})"
    yield (f"create foreign table others.{other_name('foreign')} ({n} text options "
           f"({name('a')} {value})) server {n} options ({name('a')} {value})")
    yield f"create publication {n} for table tables.{UPPER}"
    yield (f"create subscription {n} connection 'dbname=x' publication {n} "
           "with (connect = false, slot_name = 'slot', streaming = on)")
    yield (f"create function others.{other_name('event')}() returns event_trigger "
           "language plpgsql as 'begin null; end'")
    yield (f"create event trigger {n} on sql_drop execute function others.{other_name('event')}()")
    yield f"create table others.{other_name('p')} ({n} text) partition by list ({n})"
    labels = ", ".join(string(label) for label in dict.fromkeys(text[:15] for text in TEXTS))
    yield f"create type others.{other_name('labels')} as enum ({labels})"
    for kind in ("collation", "operator family", "operator class", "conversion", "text search parser",
                 "text search template", "text search dictionary", "text search configuration"):
        method = " using btree" if kind.startswith("operator") else ""
        yield f"comment on {kind} others.{n}{method} is {value}"
    for kind in ("language", "access method", "foreign data wrapper", "server", "publication",
                 "subscription", "event trigger", "schema"):
        yield f"comment on {kind} {'others' if kind == 'schema' else n} is {value}"


def rights(role):
    r = name(role)
    yield f"grant select on tables.{UPPER} to {r}"
    yield f"grant select ({UPPER}) on tables.{UPPER} to {r} with grant option"
    yield f"alter default privileges for role {r} in schema tables grant select on tables to {r}"
    yield f"create policy {name('to' + role[:20])} on tables.{UPPER} to {r} using (true)"
    yield f"create user mapping for {r} server {WORST_NAME} options (a {string(role)})"
    yield f"alter table tables.{name(NAMES['reserved'])} owner to {r}"


def everything():
    for schema in SCHEMAS:
        yield f"create schema {schema}"
    yield ("create function public.fire() returns trigger language plpgsql "
           "as 'begin return null; end'")
    for text in NAMES.values():
        yield from under(text)
    yield from singles()
    for number, text in enumerate(TEXTS):
        yield from with_text(number, text)
    for role in ROLES:
        yield from rights(role)


# What somebody does by hand: so many differences for each name.
DRIFT = 7


def drift():
    for text in NAMES.values():
        n, value = name(text), string(text)
        yield f"alter table tables.{n} alter b set not null"
        yield f"alter table tables.{n} alter {n} set default {string(text + 'x')}"
        yield f"comment on view views.{n} is {value}"
        yield f"drop sequence sequences.{n}"
        yield f"alter type types.{n} add value {string('c' + text[:15])}"
        yield f"alter table tables.{n} add {name('d' + text[:14])} int, drop constraint {n}"
