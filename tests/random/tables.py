"""Tables and what belongs to them: columns, constraints, partitions, inheritance, indexes, sequences."""

import re

import maker as catalog
from names import literal
from values import COLLATIONS, Scope

STORAGE = ["fillfactor = 70", "autovacuum_enabled = false", "autovacuum_vacuum_threshold = 100", "fillfactor = '50'",
           "parallel_workers = 2", "autovacuum_vacuum_scale_factor = 0.20",
           "toast_tuple_target = 200", "user_catalog_table = true", "vacuum_truncate", "vacuum_index_cleanup = auto",
           "autovacuum_freeze_max_age = 200000000", "log_autovacuum_min_duration = -1", "autovacuum_analyze_scale_factor = 1"]
SEQUENCE_OPTIONS = ["increment 2", "increment by -1", "start 5", "start with 10", "minvalue 1", "no minvalue", "maxvalue 9000",
                    "no maxvalue", "cache 20", "cycle", "no cycle", "minvalue -5", "restart"]
ACTIONS = ["cascade", "restrict", "set null", "set default", "no action"]


TOAST = ["toast.autovacuum_enabled = false", "toast.vacuum_truncate = off", "toast.autovacuum_vacuum_cost_limit = '200'"]


def storage(m, columns=""):
    """`columns`: types of the table; where none is long there is nothing to set for its TOAST table."""
    words = STORAGE + (TOAST if re.search(r"\b(text|jsonb|bytea)\b(?!\[)", columns) else [])
    return f"({', '.join(m.rng.sample(words, m.pick(1, 1, 2)))})"


def sequence_options(m):
    return " ".join(m.rng.sample(SEQUENCE_OPTIONS, m.pick(1, 1, 2, 3)))


def create_sequence(m):
    options = m.option(0.7, sequence_options(m))
    owner = ""
    table = m.relation("r")
    if table and table["columns"] and m.chance(0.2):
        owner = f" owned by {m.qualified(table)}.{m.columns_of(table)[0]}"
    m.do(f"create {m.option(0.05, 'unlogged ')}sequence {m.option(0.1, 'if not exists ')}{m.new_qualified()}"
         f"{m.pick('', '', ' as integer', ' as smallint', ' as bigint')} {options}{owner}")


def alter_sequence(m):
    row = m.one(catalog.SEQUENCES)
    if row:
        m.do(f"alter sequence {m.qualified(row)} {m.pick(sequence_options(m), 'as integer', 'as bigint', 'owned by none')}")


# Columns.

def collation(m, kind):
    if kind != "text" or not m.chance(0.15):
        return ""
    own = m.one(catalog.COLLATIONS)
    return " collate " + (m.qualified(own) if own and m.chance(0.5) else m.rng.choice(COLLATIONS))


def column(m, known, partitioned=False):
    """One column; `known`: those before it, as (SQL, kind), and it is added to them."""
    name = m.new()
    if m.chance(0.08):
        type_sql, kind = m.pick("serial", "bigserial", "smallserial", "serial4"), "int"
    else:
        type_sql, kind = m.values.type(m.own_types())
    parts = [name, type_sql]
    if m.chance(0.03):
        parts.append("compression pglz")
    if m.major >= 16 and m.chance(0.03):
        parts.append("storage external")
    parts.append(collation(m, kind).strip())
    words = [column_value(m, type_sql, kind, known)] + [f(m, name, kind) for f in (not_null, column_check, column_key)]
    m.rng.shuffle(words)
    known.append((name, kind))
    return " ".join(part for part in parts + words if part)


def column_value(m, type_sql, kind, known):
    if "serial" in type_sql:
        return ""
    roll = m.rng.random()
    if roll < 0.07 and kind == "int":
        options = m.option(0.4, f" ({sequence_options(m)})")
        return f"generated {m.pick('always', 'by default')} as identity{options}"
    if roll < 0.16 and known and kind != "other":
        value = m.values.expression(kind, Scope(known, stable=False), 2)
        return f"{m.option(0.2, m.constraint_name())}generated always as ({value}) stored"
    if roll < 0.5:
        return "default " + default_value(m, type_sql, kind)
    return ""


def default_value(m, type_sql, kind):
    if kind == "other" or m.chance(0.5):
        text = m.values.literal(kind, type_sql)
        return f"({text})" if m.chance(0.1) or text.startswith("'x' ") else text
    sequence = m.one(catalog.SEQUENCES)
    if kind == "int" and sequence and m.chance(0.3):
        return f"nextval({literal(m.qualified(sequence))}{m.pick('', '::regclass', '::text')})"
    return f"({m.values.expression(kind, Scope(), 2)})"


def not_null(m, name, kind):
    return m.pick("not null", "null", "", "", f"{m.constraint_name()}not null" if m.chance(0.2) else "")


def column_check(m, name, kind):
    if not m.chance(0.12):
        return ""
    scope = Scope([(name, kind)])
    return f"{m.option(0.4, m.constraint_name())}check ({m.values.expression('bool', scope, 2)}){m.option(0.08, ' no inherit')}"


def column_key(m, name, kind):
    roll = m.rng.random()
    front = m.option(0.3, m.constraint_name())
    if roll < 0.06 and kind != "json":
        return f"{front}unique{m.option(0.2, nulls(m))}{m.option(0.2, ' with (fillfactor = 80)')}{deferral(m)}"
    if roll < 0.12 and kind in ("int", "text", "uuid", "num"):
        return f"{front}primary key{m.option(0.1, ' include (' + name + ')')}{deferral(m)}"
    if roll < 0.2:
        return front + references(m) if m.relation("rp") else ""
    return ""


def nulls(m):
    return m.pick(" nulls not distinct", " nulls distinct") if m.major >= 15 else ""


def deferral(m):
    return m.pick("", "", "", " deferrable", " deferrable initially deferred", " not deferrable", " initially deferred",
                  " deferrable initially immediate", " not deferrable initially immediate")


def unique_target(m):
    """A table with a key that a foreign key can name: (table, columns)."""
    keys = m.all(catalog.CONSTRAINTS, lambda k: k["kind"] in "pu" and not k["deferrable"] and k["columns"])
    return m.rng.choice(keys) if keys else None


def references(m):
    key = unique_target(m)
    if not key:
        return ""
    name = m.qualified({"space": key["space"], "name": key["relation"]})
    columns = f" ({', '.join(m.name(c) for c in key['columns'])})" if m.chance(0.7) or key["kind"] == "u" else ""
    return f"references {name}{columns}{reference_options(m, [])}"


def reference_options(m, columns):
    match = m.pick("", "", "", " match full", " match simple")
    words = []
    for event in "delete", "update":
        if m.chance(0.35):
            action = m.rng.choice(ACTIONS)
            if event == "delete" and action.startswith("set") and columns and m.chance(0.4) and m.major >= 15:
                action += f" ({m.rng.choice(columns)})"
            words.append(f" on {event} {action}")
    m.rng.shuffle(words)
    return match + "".join(words) + deferral(m)


# Table constraints.

def table_constraint(m, known, table_kind="r"):
    front = m.option(0.5, m.constraint_name())
    form = m.pick("check", "check", "unique", "primary", "exclude", "foreign", "foreign")
    if form == "check":
        text = m.values.expression("bool", Scope(known), 3)
        return f"{front}check ({text}){m.option(0.06, ' no inherit')}"
    columns = [c for c, kind in known if kind != "json"]
    if not columns:
        return ""
    chosen = m.rng.sample(columns, min(len(columns), m.pick(1, 1, 2, 3)))
    if form == "unique":
        return f"{front}unique{m.option(0.2, nulls(m))} ({', '.join(chosen)}){key_options(m, columns)}"
    if form == "primary":
        return f"{front}primary key ({', '.join(chosen)}){key_options(m, columns)}"
    if form == "exclude":
        return front + exclusion(m, known)
    return front + foreign_key(m, known)


def key_options(m, columns):
    return (m.option(0.1, f" include ({m.rng.choice(columns)})") + m.option(0.1, " with (fillfactor = 60)")
            + deferral(m))


def exclusion(m, known):
    name, kind = m.rng.choice(known)
    element = m.pick(name, name, f"({m.values.expression('int', Scope(known, stable=False), 1)})", f"{name} desc nulls last")
    method = m.pick("", "using btree ", "using hash ", "using gist ")
    operator = m.pick("=", "=", "operator(pg_catalog.=)", "&&", "<>")
    where = m.option(0.3, f" where ({m.values.expression('bool', Scope(known, stable=False), 1)})")
    return f"exclude {method}({element} with {operator}){m.option(0.1, ' with (fillfactor = 60)')}{where}{deferral(m)}"


def foreign_key(m, known):
    key = unique_target(m)
    if not key:
        return "check (true)"
    size = len(key["columns"])
    by_kind = [c for c, kind in known if kind == "int"] or [c for c, _ in known]
    chosen = [m.rng.choice(by_kind if m.chance(0.8) else [c for c, _ in known]) for _ in range(size)]
    name = m.qualified({"space": key["space"], "name": key["relation"]})
    columns = f" ({', '.join(m.name(c) for c in key['columns'])})" if m.chance(0.7) or key["kind"] == "u" else ""
    return f"foreign key ({', '.join(chosen)}) references {name}{columns}{reference_options(m, chosen)}"


# Tables.

def create_table(m):
    form = m.pick(*[plain_table] * 6, *[partitioned_table] * 2, inheriting_table, typed_table, table_as)
    form(m)


def elements(m, partitioned=False, least=1):
    known, parts = [], []
    for _ in range(m.rng.randint(least, 6)):
        parts.append(column(m, known, partitioned))
    for _ in range(m.pick(0, 0, 1, 1, 2)):
        parts.append(table_constraint(m, known))
    if m.chance(0.12):
        parts.insert(m.rng.randint(0, len(parts)), like(m))
    return [part for part in parts if part], known


def like(m):
    source = m.relation("rpvmf")
    if not source:
        return ""
    options = m.rng.sample(["comments", "compression", "constraints", "defaults", "generated", "identity", "indexes",
                            "statistics", "storage"], m.pick(0, 1, 2, 4))
    if m.chance(0.4):
        options = ["all"]
    text = "".join(f" including {option}" for option in options)
    return f"like {m.qualified(source)}{text}{m.option(0.2, ' excluding indexes') if 'all' in options else ''}"


def tail(m, columns=""):
    return m.option(0.05, " using heap") + m.option(0.15, f" with {storage(m, columns)}")


def refused_retry(m, make, tries=4):
    """One odd part spoils the whole statement; a second throw mostly does not."""
    return any(m.do(make()) for _ in range(tries))


def plain_table(m):
    def make():
        parts, _ = elements(m)
        word = m.pick(*["create table"] * 8, "create unlogged table", "create table if not exists")
        types = " ".join(re.findall(r"^\S+ (text|jsonb|bytea)\b(?!\[)", "\n".join(parts), re.M))
        return f"{word} {m.new_qualified()} (\n  " + ",\n  ".join(parts) + f"\n){tail(m, types)}"
    refused_retry(m, make)


def partition_key(m, known):
    name, kind = m.rng.choice(known)
    text = name
    if m.chance(0.15):
        text = f"({m.values.expression(kind, Scope(known, stable=False), 1)})" if kind != "other" else name
    if m.chance(0.1) and kind == "text":
        text += ' collate "C"'
    if m.chance(0.1):
        text += {"int": " int4_ops", "text": " text_ops"}.get(kind, "")
    return text, kind


def partitioned_table(m):
    for _ in range(4):
        known = []
        parts = [column(m, known) for _ in range(m.rng.randint(1, 4))]
        if m.chance(0.4):
            parts.append(table_constraint(m, known))
        method = m.pick("range", "list", "hash")
        keys = [partition_key(m, known) for _ in range(1 if method == "list" else m.pick(1, 1, 2))]
        name = m.new_qualified()
        body = ",\n  ".join(part for part in parts if part)
        if m.do(f"create table {name} (\n  {body}\n) partition by {method} ({', '.join(k for k, _ in keys)})"):
            partitions(m, name, method, [kind for _, kind in keys], 2)
            return


BOUNDS = {"int": ["-100", "0", "10", "'20'", "100", "5 + 25"], "num": ["0.5", "10", "20.25", "'30'"],
          "text": ["'a'", "'f'", "'m'", "'t'"], "date": ["'2020-01-01'", "'2021-1-1'", "date '2022-01-01'"],
          "ts": ["'2020-01-01'", "'2021-01-01 00:00'", "'2022-1-1'"], "bool": ["false", "true"],
          "float": ["0", "1.5", "'20'"], "uuid": [], "span": ["'1 day'", "'7 days'"], "time": ["'01:00'", "'02:00'"]}


def bounds(m, method, kinds):
    """The FOR VALUES of all partitions."""
    if method == "hash":
        return [f"for values with (modulus 3, remainder {n})" for n in range(m.pick(2, 3))]
    values = BOUNDS.get(kinds[0], [])
    if method == "list":
        values = [value for value in values if "+" not in value]
        lists = [values[:1] + m.pick([], ["null"]), values[1:3], values[3:]]
        return [f"for values in ({', '.join(one)})" for one in lists if one] + ["default"]
    rest = "".join(", minvalue" for _ in kinds[1:])
    found = [f"for values from ({low}{rest}) to ({high}{rest})" for low, high in zip(values, values[1:])]
    if values and m.chance(0.4):
        found.append(f"for values from (minvalue{rest}) to ({values[0]}{rest})")
    return found + (["default"] if m.chance(0.5) else [])


def partitions(m, parent, method, kinds, depth):
    for bound in bounds(m, method, kinds):
        name = m.new_qualified()
        sub = ""
        row = next((r for r in m.relations("p") if m.name(r["name"]).strip('"').lower() in parent.lower()), None)
        if depth > 1 and m.chance(0.2) and row:
            sub_method = m.pick("range", "list", "hash")
            key, kind = partition_key(m, [(m.name(c["name"]), c["type_kind"]) for c in row["columns"]])
            sub = f" partition by {sub_method} ({key})"
        extra = partition_elements(m, row) if row and m.chance(0.25) else ""
        if m.do(f"create table {name} partition of {parent}{extra} {bound}{sub}") and sub:
            partitions(m, name, sub_method, [kind], depth - 1)


def partition_elements(m, row):
    known = [(m.name(c["name"]), c["type_kind"]) for c in row["columns"]]
    # PostgreSQL 15 takes another default for a generated column, which no later one does.
    plain = [(m.name(c["name"]), c["type_kind"]) for c in row["columns"] if not c["generated"]] or known
    name, kind = m.rng.choice(plain)
    form = m.pick(f"{name} default {m.values.literal(kind)}", f"{name} not null", table_constraint(m, known),
                  f"check ({m.values.expression('bool', Scope(known), 1)})",
                  f"{name} with options default null")
    return f" ({form})" if form else ""


def attach_partition(m):
    parents = m.relations("p")
    tables = [r for r in m.relations("r") if not r["part"]]
    if not parents:
        return
    parent = m.rng.choice(parents)
    if m.chance(0.5) or not tables:
        name = m.new_qualified()
        if not m.do(f"create table {name} (like {m.qualified(parent)} {m.pick('', 'including all', 'including constraints')})"):
            return
    else:
        name = m.qualified(m.rng.choice(tables))
    bound = m.pick("default", "for values from (1000) to (2000)", "for values in (777)", "for values from ('x') to ('y')",
                   "for values with (modulus 3, remainder 2)", "for values in ('zz', 'yy')",
                   "for values from (2000) to (maxvalue)")
    m.do(f"alter table {m.qualified(parent)} attach partition {name} {bound}")


def detach_partition(m):
    query = f"""select n.nspname as space, c.relname as name, pn.nspname as parent_space, p.relname as parent
      from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
      where p.relkind = 'p' and c.relkind in ('r', 'p') order by 1, 2"""
    row = m.one(query)
    if row:
        parent = m.qualified({"space": row["parent_space"], "name": row["parent"]})
        m.do(f"alter table {parent} detach partition {m.qualified(row)}")


def inheriting_table(m):
    parents = [r for r in m.relations("r") if not r["part"]]
    if not parents:
        return
    def make():
        chosen = m.rng.sample(parents, min(len(parents), m.pick(1, 1, 2)))
        known, parts = [(m.name(c["name"]), c["type_kind"]) for c in chosen[0]["columns"]], []
        for _ in range(m.pick(0, 1, 1, 2)):
            parts.append(column(m, known))
        if m.chance(0.3) and chosen[0]["columns"]:  # merged with the parent's
            merged = m.rng.choice(chosen[0]["columns"])
            parts.append(f"{m.name(merged['name'])} {merged['type']}{m.pick('', ' not null', ' default null')}")
        if m.chance(0.3) and known:
            parts.append(table_constraint(m, known))
        names = ", ".join(m.qualified(p) for p in chosen)
        return f"create table {m.new_qualified()} ({', '.join(p for p in parts if p)}) inherits ({names}){tail(m)}"
    refused_retry(m, make, 2)


def alter_inherit(m):
    tables = [r for r in m.relations("r") if not r["part"]]
    if len(tables) < 2:
        return
    child, parent = m.rng.sample(tables, 2)
    if m.chance(0.4) and parent["columns"]:
        name = m.new_qualified()
        if m.do(f"create table {name} (like {m.qualified(parent)} including constraints)"):
            m.do(f"alter table {name} inherit {m.qualified(parent)}")
        return
    m.do(f"alter table {m.qualified(child)} {m.pick('inherit', 'no inherit')} {m.qualified(parent)}")


def typed_table(m):
    row = m.one(catalog.TYPES, lambda t: t["kind"] == "c")
    if row:
        attributes = m.all("select a.attname as name, c.relname as type from pg_attribute a join pg_class c on c.oid = a.attrelid"
                           " where c.relkind = 'c' and a.attnum > 0 and not a.attisdropped order by 2, a.attnum",
                           lambda a: a["type"] == row["name"])
        inside = ""
        if attributes and m.chance(0.5):
            name = m.name(m.rng.choice(attributes)["name"])
            inside = " (" + m.pick(f"{name} with options not null", f"{name} default null", f"unique ({name})", f"check ({name} is not null)",
                                   f"{name} with options {m.constraint_name()}primary key") + ")"
        m.do(f"create {m.option(0.1, 'unlogged ')}table {m.new_qualified()} of {m.qualified(row)}{inside}{tail(m)}")


def table_as(m):
    text, columns = m.queries.select(1)
    names = f" ({', '.join('n' + str(n) for n in range(len(columns)))})" if m.chance(0.1) else ""
    if m.chance(0.2) and re.match(r"select [^']*? from ", text):
        m.do(re.sub(" from ", f" into {m.option(0.3, 'unlogged ')}{m.new_qualified()} from ", text, count=1))
        return
    m.do(f"create {m.option(0.1, 'unlogged ')}table {m.option(0.1, 'if not exists ')}{m.new_qualified()}{names}{tail(m)} as {text} with no data")


# ALTER TABLE.

def alter_table(m):
    table = m.relation("rp")
    if not table or not table["columns"]:
        return
    name = m.option(0.05, "only ") + m.qualified(table)
    actions = [alter_action(m, table) for _ in range(m.pick(1, 1, 1, 2))]
    m.do(f"alter table {m.option(0.05, 'if exists ')}{name} {', '.join(a for a in actions if a)}")


def alter_action(m, table):
    column_row = m.rng.choice(table["columns"])
    name, kind = m.name(column_row["name"]), column_row["type_kind"]
    scope = [(m.name(c["name"]), c["type_kind"]) for c in table["columns"]]
    front = f"alter {m.option(0.7, 'column ')}{name} "
    forms = [
        lambda: f"add {m.option(0.7, 'column ')}{m.option(0.1, 'if not exists ')}{column(m, list(scope))}",
        lambda: f"add {m.option(0.7, 'column ')}{column(m, list(scope))}",
        lambda: f"drop column {m.option(0.1, 'if exists ')}{name}{m.option(0.3, ' cascade')}",
        lambda: front + f"set default {default_value(m, column_row['type'], kind)}",
        lambda: front + "drop default",
        lambda: front + m.pick("set not null", "drop not null"),
        lambda: front + f"{m.option(0.3, 'set data ')}type {m.values.type()[0]}",
        lambda: front + f"type {m.rng.choice(['bigint', 'text', 'numeric(12,4)', 'varchar(40)'])} using null",
        lambda: front + f"type text using {name}::text || 'x'",
        lambda: front + f"set statistics {m.pick(0, 10, 500, -1, 10000)}",
        lambda: front + f"set storage {m.pick('plain', 'external', 'extended', 'main')}",
        lambda: front + f"set compression {m.pick('pglz', 'default')}",
        lambda: front + f"set ({m.pick('n_distinct = 5', 'n_distinct_inherited = -0.5')})",
        lambda: front + "reset (n_distinct)",
        lambda: front + "drop expression",
        lambda: front + f"add generated {m.pick('always', 'by default')} as identity{m.option(0.3, ' (' + sequence_options(m) + ')')}",
        lambda: front + m.pick("set generated always", "set generated by default", "set increment 3", "restart with 9",
                               "set start 4 set cache 5", "drop identity", "drop identity if exists"),
        lambda: f"add {table_constraint(m, scope)}{m.option(0.15, ' not valid')}",
        lambda: f"add {table_constraint(m, scope)}",
        lambda: drop_constraint(m, table), lambda: validate_constraint(m, table), lambda: alter_constraint(m, table),
        lambda: f"set {storage(m, ' '.join(c['type'] for c in table['columns'] if table['kind'] == 'r'))}", lambda: "reset (fillfactor)",
        lambda: m.pick("set unlogged", "set logged"),
        lambda: m.pick("set without oids", "not of", f"owner to {m.role()}", "reset (toast.autovacuum_enabled)", "set without cluster"),
        lambda: replica_identity(m, table), lambda: cluster_on(m, table),
        lambda: m.pick("enable", "disable", "force", "no force") + " row level security",
        lambda: trigger_state(m, table),
    ]
    return m.rng.choice(forms)()


def of_table(m, query, table, test=lambda row: True):
    return m.one(query, lambda r: r["space"] == table["space"] and r["relation"] == table["name"] and test(r))


def drop_constraint(m, table):
    row = of_table(m, catalog.CONSTRAINTS, table)
    return f"drop constraint {m.name(row['name'])}{m.option(0.3, ' cascade')}" if row else ""


def validate_constraint(m, table):
    row = of_table(m, catalog.CONSTRAINTS, table, lambda k: not k["valid"])
    return f"validate constraint {m.name(row['name'])}" if row else ""


def alter_constraint(m, table):
    row = of_table(m, catalog.CONSTRAINTS, table, lambda k: k["kind"] == "f")
    return f"alter constraint {m.name(row['name'])}{m.pick(' deferrable', ' deferrable initially deferred', ' not deferrable')}" \
        if row else ""


def replica_identity(m, table):
    index = of_table(m, catalog.INDEXES, table, lambda i: i["is_unique"] and not i["partial"])
    choices = ["full", "nothing", "default"] + ([f"using index {m.name(index['name'])}"] * 3 if index else [])
    return f"replica identity {m.rng.choice(choices)}"


def cluster_on(m, table):
    index = of_table(m, catalog.INDEXES, table)
    return f"cluster on {m.name(index['name'])}" if index and m.chance(0.8) else "set without cluster"


def trigger_state(m, table):
    row = of_table(m, catalog.TRIGGERS, table)
    word = m.pick("disable", "enable", "enable always", "enable replica")
    return f"{word} trigger {m.name(row['name'])}" if row and m.chance(0.8) else m.pick("disable trigger user", "enable trigger user")


# Indexes.

def create_index(m):
    relation = m.relation("rrpm")
    if not relation or not relation["columns"]:
        return
    refused_retry(m, lambda: index_text(m, relation), 3)


def index_element(m, relation, method):
    column_row = m.rng.choice(relation["columns"])
    name, kind = m.name(column_row["name"]), column_row["type_kind"]
    text = name
    if m.chance(0.3):
        inner = m.values.expression(m.pick("int", "text", "bool", "num", "json", "ints"), m.scope_of(relation, stable=False), 2)
        text = f"({inner})"
    if m.chance(0.1) and kind == "text":
        text += " collate " + m.pick('"C"', '"POSIX"')
    classes = {"btree": {"text": ["text_ops", "text_pattern_ops", "varchar_pattern_ops", "varchar_ops", "pg_catalog.text_ops"],
                         "int": ["int4_ops", "int8_ops"], "json": ["jsonb_ops"]},
               "gin": {"json": ["jsonb_path_ops", "jsonb_ops"], "ints": ["array_ops"]},
               "brin": {"int": ["int4_minmax_multi_ops", "int4_bloom_ops", "int4_bloom_ops (n_distinct_per_range = 50)",
                                "int4_minmax_multi_ops (values_per_range = 16)"]},
               "gist": {"other": ["range_ops", "inet_ops", "tsvector_ops (siglen = 100)"]}, "spgist": {"text": ["text_ops"]}}
    if m.has_extension("pg_trgm"):
        for of_method, name in ("gin", "gin_trgm_ops"), ("gist", "gist_trgm_ops"), ("gist", "gist_trgm_ops (siglen = 32)"):
            classes[of_method].setdefault("text", []).append(f'"Ext ensions".{name}')
    found = classes.get(method, {}).get(kind)
    if found and m.chance(0.25):
        text += " " + m.rng.choice(found)
    if method == "btree":
        text += m.pick("", "", "", " asc", " desc", " nulls first", " desc nulls last", " asc nulls last")
    return text


def index_text(m, relation):
    method = m.pick(*["btree"] * 6, "hash", "gin", "gist", "brin", "spgist")
    using = f" using {method}" if method != "btree" or m.chance(0.3) else ""
    elements_sql = ", ".join(index_element(m, relation, method) for _ in range(m.pick(1, 1, 1, 2, 3)))
    unique = m.option(0.2, "unique ") if method == "btree" else ""
    include = m.option(0.1, f" include ({', '.join(m.columns_of(relation, 2))})")
    options = {"btree": ["fillfactor = 70", "deduplicate_items = off"], "gin": ["fastupdate = off", "gin_pending_list_limit = 128"],
               "brin": ["pages_per_range = 32", "autosummarize = on"], "gist": ["buffering = on", "fillfactor = 80"],
               "hash": ["fillfactor = 50"], "spgist": ["fillfactor = 60"]}[method]
    with_text = m.option(0.12, f" with ({m.rng.choice(options)})")
    where = m.option(0.2, f" where {m.values.expression('bool', m.scope_of(relation, stable=False), 2)}")
    name = m.option(0.7, m.new())
    front = m.option(0.05, "if not exists ") if name else ""
    only = m.option(0.05, "only ")
    concurrently = m.option(0.05, "concurrently ")
    return (f"create {unique}index {concurrently}{front}{name} on {only}{m.qualified(relation)}{using} ({elements_sql}){include}"
            f"{m.option(0.15, nulls(m)) if unique else ''}{with_text}{where}")


def alter_index(m):
    row = m.one(catalog.INDEXES)
    if row:
        name = m.qualified(row)
        action = m.pick("set (fillfactor = 55)", "reset (fillfactor)", f"rename to {m.new()}", "alter column 1 set statistics 77")
        if not (row["backs"] and "statistics" in action):  # of a constraint's index that is not managed
            m.do(f"alter index {name} {action}")


def constraint_using_index(m):
    row = m.one(catalog.INDEXES, lambda i: i["is_unique"] and not i["backs"] and not i["partial"] and not i["expressions"]
                and i["relation_kind"] == "r")
    if row:
        table = m.qualified({"space": row["space"], "name": row["relation"]})
        m.do(f"alter table {table} add {m.option(0.5, m.constraint_name())}{m.pick('unique', 'primary key')} "
             f"using index {m.name(row['name'])}{deferral(m)}")


def create_statistics(m):
    relation = m.relation("rpm")
    if not relation or len(relation["columns"]) < 2:
        return
    kinds = m.pick("", "", " (ndistinct)", " (dependencies, mcv)", " (mcv)")
    parts = m.columns_of(relation, m.pick(2, 2, 3))
    if m.chance(0.3):
        parts.append(f"({m.values.expression(m.pick('int', 'text'), m.scope_of(relation, stable=False), 1)})")
    if m.do(f"create statistics {m.option(0.1, 'if not exists ')}{m.new_qualified()}{kinds} on {', '.join(parts)} "
            f"from {m.qualified(relation)}") and m.chance(0.2):
        row = m.one(catalog.STATISTICS)
        m.do(f"alter statistics {m.qualified(row)} set statistics {m.pick(0, 50, -1)}")
