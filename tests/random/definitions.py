"""Types of the user's own, namespaces, views."""

import maker as catalog
from values import COLLATIONS, Scope


def create_namespace(m):
    m.do(f"create schema {m.option(0.1, 'if not exists ')}{m.new()}{m.option(0.1, ' authorization ' + m.role())}")


EXTENSIONS = ["citext", "hstore", "pg_trgm", "ltree", "btree_gist", "btree_gin", "intarray", "cube", "isn", "seg", "unaccent", "pgcrypto",
              '"uuid-ossp"', "tablefunc", "fuzzystrmatch", "bloom", "postgres_fdw", "file_fdw", "tsm_system_rows", "lo"]


def create_extension(m):
    m.do('create schema if not exists "Ext ensions"')
    if m.do(f'create extension {m.option(0.3, "if not exists ")}{m.rng.choice(EXTENSIONS)} {m.option(0.5, "with ")}schema "Ext ensions"') and m.chance(0.1):
        m.do(f"comment on extension {m.name(m.one(catalog.EXTENSIONS)['name'])} is {m.text()}")


def create_full_namespace(m):
    """With elements inside it."""
    name = m.new()
    parts = [f"create table {m.new()} (a int, b text{m.option(0.4, ' default ' + m.values.literal('text'))})" for _ in range(m.pick(1, 2))]
    parts += [f"create view {m.new()} as select {m.values.literal('int')} as one"] * m.chance(0.5)
    parts += [f"create sequence {m.new()}"] * m.chance(0.3)
    m.do(f"create schema {m.option(0.8, name)}{m.option(0.3, ' authorization ' + m.role())} {' '.join(parts)}")


def create_enum(m):
    labels = []
    for _ in range(m.rng.randint(0, 5)):
        label = m.names.new()
        if label not in labels and len(label.encode()) < 64:
            labels.append(label)
    m.do(f"create type {m.new_qualified()} as enum ({', '.join(catalog.literal(label) for label in labels)})")


def alter_enum(m):
    row = m.one(catalog.TYPES, lambda t: t["kind"] == "e" and t["labels"])
    if not row:
        return
    label = catalog.literal(m.rng.choice(row["labels"]))
    new = catalog.literal(m.names.new())
    m.do(f"alter type {m.qualified(row)} " + m.pick(
        f"add value {new}", f"add value if not exists {new} before {label}", f"add value {new} after {label}",
        f"rename value {label} to {new}"))


def create_domain(m):
    def make():
        type_sql, kind = m.values.type(m.own_types())
        parts = []
        if m.chance(0.2) and kind == "text":
            parts.append("collate " + m.rng.choice(COLLATIONS))
        if m.chance(0.4):
            parts.append("default " + m.values.literal(kind, type_sql))
        if m.chance(0.3):
            parts.append(m.pick("not null", "null"))
        for _ in range(m.pick(0, 1, 1, 2)):
            scope = Scope([("value", kind)])
            parts.append(f"{m.option(0.4, m.constraint_name())}check ({m.values.expression('bool', scope, 2)})")
        return f"create domain {m.new_qualified()} as {type_sql} {' '.join(parts)}"
    any(m.do(make()) for _ in range(3))


def alter_domain(m):
    row = m.one(catalog.TYPES, lambda t: t["kind"] == "d")
    if not row:
        return
    domain = m.qualified(row)
    checks = m.all(f"select k.conname as name, t.typname as domain from pg_constraint k join pg_type t on t.oid = k.contypid order by 1, 2",
                   lambda k: k["domain"] == row["name"])
    forms = [f"set default {m.values.literal('int')}", "drop default", "set not null", "drop not null",
             f"add {m.option(0.5, m.constraint_name())}check (value is not null){m.option(0.4, ' not valid')}",
             f"add {m.constraint_name()}check (value is distinct from null)"]
    if checks:
        name = m.name(m.rng.choice(checks)["name"])
        forms += [f"drop constraint {name}", f"validate constraint {name}", f"rename constraint {name} to {m.new()}"]
    m.do(f"alter domain {domain} {m.rng.choice(forms)}")


def create_composite(m):
    def make():
        parts = []
        for _ in range(m.rng.randint(0, 4)):
            type_sql, kind = m.values.type(m.own_types())
            parts.append(f"{m.new()} {type_sql}{m.option(0.1, ' collate ' + m.rng.choice(COLLATIONS)) if kind == 'text' else ''}")
        return f"create type {m.new_qualified()} as ({', '.join(parts)})"
    any(m.do(make()) for _ in range(3))


def alter_composite(m):
    row = m.one(catalog.TYPES, lambda t: t["kind"] == "c")
    if not row:
        return
    attributes = m.all("select a.attname as name, c.relname as type from pg_attribute a join pg_class c on c.oid = a.attrelid"
                       " where c.relkind = 'c' and a.attnum > 0 and not a.attisdropped order by 2, a.attnum",
                       lambda a: a["type"] == row["name"])
    forms = [f"add attribute {m.new()} {m.values.type()[0]}"]
    if attributes:
        name = m.name(m.rng.choice(attributes)["name"])
        forms += [f"drop attribute {name}", f"alter attribute {name} type {m.values.type()[0]}",
                  f"rename attribute {name} to {m.new()}"]
    m.do(f"alter type {m.qualified(row)} {m.rng.choice(forms)}{m.option(0.3, ' cascade')}")


def create_range(m):
    subtype = m.pick("int4", "integer", "text", "float8", "timestamp", "date", "numeric", "time", "inet", "bigint")
    options = [f"subtype = {subtype}"]
    if subtype == "text" and m.chance(0.5):
        options.append('collation = "C"')
    if subtype == "float8" and m.chance(0.5):
        options.append("subtype_diff = float8mi")
    if m.chance(0.2):
        options.append({"int4": "subtype_opclass = int4_ops", "text": "subtype_opclass = text_pattern_ops"}.get(subtype, f"subtype = {subtype}"))
    if m.chance(0.3):
        options.append(f"multirange_type_name = {m.new_qualified()}")
    # PostgreSQL cuts a long name in the middle of a character to make room for "_multirange".
    name = m.names.new()
    name = m.place() + m.name(name if len(name.encode()) < 50 else f"range{m.names.count}")
    m.do(f"create type {name} as range ({', '.join(dict.fromkeys(options))})")


def create_base(m):
    name = m.new_qualified()
    if not m.do(f"create type {name}"):
        return
    if m.chance(0.2):
        return
    taken = m.do(f"create function {name}(cstring) returns {name} language internal immutable strict as 'int4in'") \
        if m.chance(0.5) else False
    in_name, out_name = m.new_qualified(), m.new_qualified()
    if taken:
        in_name = name
    else:
        m.do(f"create function {in_name}(cstring) returns {name} language internal immutable strict as 'int4in'")
    m.do(f"create function {out_name}({name}) returns cstring language internal immutable strict as 'int4out'")
    options = m.rng.sample(["alignment = int4", "storage = plain", "category = 'N'", "preferred = false", "default = '7'",
                            "delimiter = ';'", "collatable = false", "element = int4"], m.pick(0, 1, 2, 3))
    m.do(f"create type {name} ({', '.join([f'input = {in_name}', f'output = {out_name}', 'internallength = 4', 'passedbyvalue', *options])})")


def alter_type(m):
    row = m.one(catalog.TYPES)
    if row:
        word = "domain" if row["kind"] == "d" else "type"
        m.do(f"alter {word} {m.qualified(row)} " + m.pick(f"rename to {m.new()}", f"set schema {m.place()[:-1] or 'public'}",
                                                         f"owner to {m.role()}"))


# Views.

def create_view(m):
    def make():
        text, columns = m.queries.select(2)
        names = ""
        if m.chance(0.15):
            names = f" ({', '.join(m.new() for _ in range(m.rng.randint(1, max(1, len(columns)))))})"
        options = m.pick("", "", "", "", " with (security_barrier)", " with (security_barrier = false)",
                         " with (security_invoker = true)", " with (check_option = local)")
        check = m.option(0.08, m.pick(" with check option", " with local check option", " with cascaded check option"))
        return f"create {m.option(0.1, 'or replace ')}view {m.new_qualified()}{names}{options} as\n{text}{check}"
    any(m.do(make()) for _ in range(3))


def create_recursive_view(m):
    m.do(f"create recursive view {m.new_qualified()} (n, s) as select 1, 'x'::text union all select n + 1, s || 'y' from "
         f"{m.new()} where n < 5")


def simple_view(m):
    relation = m.relation("r")
    if relation and relation["columns"]:
        columns = ", ".join(m.columns_of(relation, 3))
        m.do(f"create view {m.new_qualified()} as select {m.pick(columns, '*')} from {m.qualified(relation)}"
             f"{m.pick('', '', ' with check option', ' where true with local check option')}")


def create_materialized_view(m):
    def make():
        text, _ = m.queries.select(2)
        options = m.option(0.15, f" with ({m.pick('fillfactor = 80', 'autovacuum_enabled = false')})")
        return (f"create materialized view {m.option(0.1, 'if not exists ')}{m.new_qualified()}{m.option(0.05, ' using heap')}{options} as\n{text}\n"
                f"with no data")
    any(m.do(make()) for _ in range(3))


def alter_view(m):
    row = m.relation("vm")
    if not row or not row["columns"]:
        return
    word = "materialized view" if row["kind"] == "m" else "view"
    column = m.name(m.rng.choice(row["columns"])["name"])
    forms = [f"rename column {column} to {m.new()}", f"rename to {m.new()}", f"owner to {m.role()}"]
    if row["kind"] == "v":
        forms += ["set (security_barrier)", "reset (security_barrier)", "set (check_option = cascaded)"]
    else:
        forms += ["set (fillfactor = 40)", "reset (fillfactor)", "set without cluster"]
    m.do(f"alter {word} {m.qualified(row)} {m.rng.choice(forms)}")
