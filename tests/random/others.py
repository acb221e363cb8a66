"""Text search, foreign data, publications, and what stands on objects of all kinds: comments, privileges,
owners, names."""

import maker as catalog
from maker import literal
from programs import routine_sql


def create_collation(m):
    m.do(f"create collation {m.option(0.1, 'if not exists ')}{m.new_qualified()} " + m.pick(
        "(locale = 'C')", "(lc_collate = 'C', lc_ctype = 'POSIX')", "from \"C\"", "(locale = 'POSIX', provider = libc)",
        "(provider = icu, locale = 'en')", "(provider = icu, locale = 'und', deterministic = false)", "from pg_catalog.\"POSIX\""))


def create_conversion(m):
    m.do(f"create {m.option(0.0, 'default ')}conversion {m.new_qualified()} for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8")


def create_dictionary(m):
    options = m.pick("template = simple", "template = simple, accept = false", "template = snowball, language = english",
                     "template = pg_catalog.simple, stopwords = english", "template = snowball, language = 'german', stopwords = german")
    name = m.new_qualified()
    if m.do(f"create text search dictionary {name} ({options})") and m.chance(0.3):
        m.do(f"alter text search dictionary {name} ({m.pick('accept = true', 'stopwords', 'stopwords = french')})")


def create_configuration(m):
    name = m.new_qualified()
    if not m.do(f"create text search configuration {name} ({m.pick('parser = default', 'copy = english', 'copy = pg_catalog.simple')})"):
        return
    dictionary = m.one(catalog.DICTIONARIES)
    text = m.qualified(dictionary) if dictionary else "simple"
    for _ in range(m.pick(0, 1, 2)):
        m.do(f"alter text search configuration {name} " + m.pick(
            f"add mapping for asciiword with {text}", f"alter mapping for asciiword, word with {text}, simple",
            "drop mapping if exists for email", f"alter mapping replace english_stem with {text}",
            "drop mapping for hword, numhword", f"alter mapping for asciiword replace simple with {text}"))


def create_template(m):
    m.do(f"create text search template {m.new_qualified()} (init = dsimple_init, lexize = dsimple_lexize)")


def create_parser(m):
    m.do(f"create text search parser {m.new_qualified()} (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, "
         f"lextypes = prsd_lextype{m.option(0.5, ', headline = prsd_headline')})")


# Foreign data.

def options(m, words=("host", "dbname", "note", "user", "Odd Key")):
    chosen = m.rng.sample(list(words), m.pick(1, 1, 2))
    text = lambda word: "'secret'" if word == "password" else m.text()  # noqa: E731
    return "options (" + ", ".join(f"{m.name(word)} {text(word)}" for word in chosen) + ")"


def create_wrapper(m):
    m.do(f"create foreign data wrapper {m.new()}{m.pick('', ' no handler', ' no validator')} {m.option(0.4, options(m))}")


def create_server(m):
    wrapper = m.one(catalog.WRAPPERS)
    if not wrapper:
        return create_wrapper(m)
    m.do(f"create server {m.option(0.1, 'if not exists ')}{m.new()}{m.option(0.2, ' type ' + literal('odd'))}{m.option(0.2, ' version ' + literal('1.0'))} "
         f"foreign data wrapper {m.name(wrapper['name'])} {m.option(0.5, options(m))}")


def create_user_mapping(m):
    server = m.one(catalog.SERVERS)
    if server:
        m.do(f"create user mapping for {m.pick(m.role(), 'public', 'user', 'current_user')} server {m.name(server['name'])} "
             f"{m.option(0.6, options(m, ('user', 'password', 'Odd Key')))}")


def create_foreign_table(m):
    server = m.one(catalog.SERVERS)
    if not server:
        return create_server(m)
    def make():
        parts = []
        for _ in range(m.rng.randint(0, 4)):
            type_sql, kind = m.values.type(m.own_types())
            parts.append(f"{m.new()} {type_sql} {m.option(0.2, options(m, ('column_name', 'x')))} {m.pick('', '', 'not null', 'default null')} "
                         f"{m.option(0.1, 'check (true)')} {m.option(0.1, 'generated always as (1) stored')}")
        parent = m.relation("r")
        inherits = f" inherits ({m.qualified(parent)})" if parent and m.chance(0.1) else ""
        return (f"create foreign table {m.new_qualified()} ({', '.join(parts)}){inherits} server {m.name(server['name'])} "
                f"{m.option(0.4, options(m, ('schema_name', 'table_name')))}")
    any(m.do(make()) for _ in range(3))


def alter_foreign(m):
    server, wrapper, table = m.one(catalog.SERVERS), m.one(catalog.WRAPPERS), m.relation("f")
    forms = []
    change = m.pick("options (add extra 'x')", "options (set host 'y')", "options (drop host)", "options (add a 'b', add c 'd')")
    if server:
        forms += [f"alter server {m.name(server['name'])} {change}", f"alter server {m.name(server['name'])} version '2'"]
    if wrapper:
        forms.append(f"alter foreign data wrapper {m.name(wrapper['name'])} {change}")
    if table:
        forms += [f"alter foreign table {m.qualified(table)} {change}"]
        if table["columns"]:
            forms.append(f"alter foreign table {m.qualified(table)} alter column {m.columns_of(table)[0]} {change}")
    if forms:
        m.do(m.rng.choice(forms))


# Publications, subscriptions, languages, methods.

def create_publication(m):
    def make():
        tables = m.relations("rp")
        table = m.rng.choice(tables) if tables else None
        forms = ["", " for all tables"]
        if table and table["columns"]:
            columns = f" ({', '.join(m.columns_of(table, 2))})" if m.major >= 15 and m.chance(0.3) else ""
            where = m.option(0.3, f" where ({m.values.expression('bool', m.scope_of(table, stable=False), 1)})") if m.major >= 15 else ""
            text = f" for table {m.option(0.2, 'only ')}{m.qualified(table)}{columns}{where}"
            forms += [text] * 3
            if m.major >= 15:
                forms.append(f"{text}, tables in schema {m.space()}")
        if m.major >= 15:
            forms.append(f" for tables in schema {m.space()}, current_schema")
        with_text = m.option(0.3, " with (" + m.pick("publish = 'insert'", "publish = 'insert, update'", "publish_via_partition_root = true",
                                                     "publish = ''", "publish_via_partition_root") + ")")
        return f"create publication {m.new()}{m.rng.choice(forms)}{with_text}"
    any(m.do(make()) for _ in range(2))


def alter_publication(m):
    row, table = m.one(catalog.PUBLICATIONS), m.relation("r")
    if row and table:
        text = m.qualified(table)
        m.do(f"alter publication {m.name(row['name'])} " + m.pick(f"add table {text}", f"set table {text}", f"drop table {text}",
                                                                "set (publish = 'delete')", f"rename to {m.new()}", f"owner to {m.role()}"))


def create_language(m):
    m.do(f"create {m.option(0.3, 'trusted ')}language {m.new()} handler plpgsql_call_handler{m.option(0.5, ' inline plpgsql_inline_handler')}"
         f"{m.option(0.5, ' validator plpgsql_validator')}")


def create_method(m):
    m.do(f"create access method {m.new()} type {m.pick('index handler bthandler', 'table handler heap_tableam_handler')}")


def create_transform(m):
    row = m.one(catalog.TYPES, lambda t: t["kind"] in "ecd" and t["defined"])
    if row:
        language = m.one(catalog.LANGUAGES)
        m.do(f"create transform for {m.qualified(row)} language {m.name(language['name']) if language else 'plpgsql'} "
             f"(from sql with function {m.pick('prsd_lextype(internal)', 'jsonb_subscript_handler(internal)')})")


# What stands on objects.

def targets(m):
    """(words of COMMENT and ALTER, written name, privileges that it takes) of one object."""
    relation_words = {"r": "table", "p": "table", "v": "view", "m": "materialized view", "f": "foreign table"}
    found = [(relation_words[r["kind"]], m.qualified(r), "table") for r in m.relations()]
    for words, query, grant in (("sequence", catalog.SEQUENCES, "sequence"), ("index", catalog.INDEXES, ""), ("collation", catalog.COLLATIONS, ""),
                                ("conversion", catalog.CONVERSIONS, ""), ("statistics", catalog.STATISTICS, ""),
                                ("text search configuration", catalog.CONFIGURATIONS, ""), ("text search dictionary", catalog.DICTIONARIES, ""),
                                ("text search template", catalog.TEMPLATES, ""), ("text search parser", catalog.PARSERS, "")):
        found += [(words, m.qualified(row), grant) for row in m.all(query)]
    for words, query, grant in (("schema", catalog.NAMESPACES, "schema"), ("foreign data wrapper", catalog.WRAPPERS, "foreign data wrapper"),
                                ("server", catalog.SERVERS, "foreign server"), ("event trigger", catalog.EVENT_TRIGGERS, ""),
                                ("publication", catalog.PUBLICATIONS, ""), ("subscription", catalog.SUBSCRIPTIONS, ""),
                                ("language", catalog.LANGUAGES, "language"), ("access method", catalog.METHODS, "")):
        found += [(words, m.name(row["name"]), grant) for row in m.all(query) if not row.get("theirs")]
    found += [("domain" if t["kind"] == "d" and m.chance(0.5) else "type", m.qualified(t), "type") for t in m.all(catalog.TYPES)]
    found += [(*routine_sql(m, row), "routine") for row in m.all(catalog.ROUTINES)]
    found += [("operator class", f"{m.qualified(row)} using {row['method']}", "") for row in m.all(catalog.OPERATOR_CLASSES)]
    found += [("operator family", f"{m.qualified(row)} using {row['method']}", "") for row in m.all(catalog.OPERATOR_FAMILIES)]
    found += [("operator", f"{m.name(row['space'])}.{row['name']} ({row['first']}, {row['second']})", "") for row in m.all(catalog.OPERATORS)]
    return found


def target(m):
    """One of them; ("", "", "") where nothing is left."""
    found = targets(m)
    return m.rng.choice(found) if found else ("", "", "")


def parts(m):
    """What has comments only: (words, written name)."""
    found = []
    for relation in m.relations():
        found += [("column", f"{m.qualified(relation)}.{m.name(c['name'])}") for c in relation["columns"]]
    on = lambda row: m.qualified({"space": row["space"], "name": row["relation"]})  # noqa: E731
    for words, query in (("constraint", catalog.CONSTRAINTS), ("trigger", catalog.TRIGGERS), ("policy", catalog.POLICIES), ("rule", catalog.RULES)):
        found += [(words, f"{m.name(row['name'])} on {on(row)}") for row in m.all(query)]
    return found + [("cast", f"({row['source']} as {row['target']})") for row in m.all(catalog.CASTS)]


def comment(m):
    words, name = m.rng.choice(parts(m) or [("schema", "public")]) if m.chance(0.4) else target(m)[:2]
    m.do(f"comment on {words} {name} is {m.text() if m.chance(0.95) else m.pick('null', chr(39) * 2)}")


PRIVILEGES = {"table": ["select", "insert", "update", "delete", "truncate", "references", "trigger"], "sequence": ["usage", "select", "update"],
              "schema": ["usage", "create"], "foreign data wrapper": ["usage"], "foreign server": ["usage"], "language": ["usage"],
              "type": ["usage"], "routine": ["execute"]}


def grantee(m):
    return m.pick("public", m.role(), m.role(), f"{m.role()}, {m.role()}")


def privilege(m):
    words, name, kind = m.rng.choice([t for t in targets(m) if t[2]] or [("schema", "public", "schema")])
    known = PRIVILEGES[kind]
    chosen = ", ".join(m.rng.sample(known, min(len(known), m.pick(1, 2)))) if m.chance(0.7) else m.pick("all", "all privileges")
    word = {"table": m.pick("", "table "), "routine": words.replace("aggregate", "function") + " ", "type": m.pick("type ", "domain ")}.get(kind, kind + " ")
    name = name.replace("(*)", "()") if kind == "routine" else name
    if m.chance(0.7):
        m.do(f"grant {chosen} on {word}{name} to {grantee(m)}{m.option(0.2, ' with grant option')}")
    else:
        m.do(f"revoke {m.option(0.1, 'grant option for ')}{chosen} on {word}{name} from {m.pick('public', m.role())}{m.option(0.2, ' cascade')}")


def column_privilege(m):
    relation = m.relation("rpv")
    if relation and relation["columns"]:
        columns = ", ".join(m.columns_of(relation, 2))
        word = m.pick("select", "insert", "update", "references", "all")
        m.do(f"grant {word} ({columns}) on {m.qualified(relation)} to {grantee(m)}{m.option(0.1, ' with grant option')}")


def all_privilege(m):
    space = m.space()
    m.do(m.pick(f"grant select on all tables in schema {space} to {m.role()}", f"revoke all on all functions in schema {space} from public",
                f"grant usage on all sequences in schema {space} to {m.role()}"))


def default_privilege(m):
    space = m.space()
    front = m.option(0.3, f"for role {m.role()} ") + m.option(0.4, f"in schema {space} ")
    what = m.pick(("select", "tables"), ("all", "tables"), ("usage", "sequences"), ("execute", "functions"), ("usage", "types"), ("usage", "schemas"),
                  ("insert, update", "tables"))
    form = m.pick(f"grant {what[0]} on {what[1]} to {grantee(m)}{m.option(0.2, ' with grant option')}", f"revoke {what[0]} on {what[1]} from {m.pick('public', m.role())}")
    m.do(f"alter default privileges {front}{form}")


def owner(m):
    words, name, _ = target(m)
    if words:
        m.do(f"alter {words} {name} owner to {m.role()}")


def rename(m):
    """Any object at all: what stands on it follows."""
    if m.chance(0.3):
        relation = m.relation()
        if relation and relation["columns"]:
            m.do(f"alter table {m.qualified(relation)} rename {m.pick('', 'column ')}{m.columns_of(relation)[0]} to {m.new()}")
        return
    if m.chance(0.2):
        row = m.one(catalog.CONSTRAINTS)
        if row:
            table = m.qualified({"space": row["space"], "name": row["relation"]})
            m.do(f"alter table {table} rename constraint {m.name(row['name'])} to {m.new()}")
        return
    words, name, _ = target(m)
    # pg_dump does not tell what the schema public grants once it is called otherwise.
    if words and (words, name.strip('"').lower()) != ("schema", "public"):
        m.do(f"alter {words} {name} rename to {m.new()}")


def move(m):
    words, name, _ = target(m)
    space = m.one(catalog.NAMESPACES) if words else None
    if space:
        m.do(f"alter {words} {name} set schema {m.name(space['name'])}")


def owned(m):
    """DROP OWNED and REASSIGN OWNED."""
    m.do(m.pick(f"reassign owned by {m.role()} to {m.role()}", f"drop owned by {m.role()}{m.option(0.5, ' cascade')}"))


def drop(m):
    words, name, _ = target(m)
    if words:
        m.do(f"drop {words} {m.option(0.2, 'if exists ')}{name}{m.option(0.5, ' cascade')}")


def setting(m):
    space = m.space()
    m.do(m.pick(f"set search_path to {space}, public", "set search_path = public", "reset search_path", f"set search_path = {space}", "set default_table_access_method = heap", "set check_function_bodies = off"))
