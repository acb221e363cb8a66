"""Routines, triggers, rules, policies, aggregates, operators, casts."""

import maker as catalog
from values import Scope

PLPGSQL = ["begin return null; end", "declare\n  x int := 1; -- note\nbegin\n  return x;\nend", "begin end",
           "begin raise notice '%', $q$ ; $q$; return new; end"]
BODIES = {"int": ["select 1", "select $1", " select 42 -- end", "select count(*)::int from pg_class;", "select 1; select 2"],
          "text": ["select 'x'", "select $1::text", "select 'it''s $$'"], "bool": ["select true", "select $1 is null"]}
ATTRIBUTES = ["immutable", "stable", "volatile", "strict", "returns null on null input", "called on null input", "security definer",
              "security invoker", "external security definer", "leakproof", "not leakproof", "cost 20", "cost 0.5", "parallel safe",
              "parallel restricted", "parallel unsafe", "set search_path = public, pg_temp", "set search_path to ''",
              "set work_mem to '4MB'", "set \"timezone\" = 'UTC'", "set enable_seqscan = off",
              "support generate_series_int4_support", "transform for type jsonb", "rows 3", "set role to 'reader'",
              "set datestyle to iso, mdy", "set search_path = \"$user\", \"Odd Name\""]


def body_text(m, text):
    tag = m.pick("$$", "$body$", "$_$", "'")
    if tag == "'":
        return catalog.literal(text)
    return f"{tag}{text}{tag}" if tag not in text else catalog.literal(text)


def attributes(m, words=ATTRIBUTES):
    return " ".join(m.rng.sample(words, m.pick(0, 1, 1, 2, 3)))


def arguments(m, modes=True, least=0):
    """(SQL, [(name, kind)]) of a routine's arguments."""
    parts, known, defaults = [], [], False
    for number in range(m.rng.randint(least, 4)):
        type_sql, kind = m.values.type(m.own_types())
        name = m.new() if m.chance(0.8) else ""
        mode = m.pick("", "", "", "in ", "inout ", "out ") if modes else ""
        default = ""
        if not mode.startswith("out") and (defaults or m.chance(0.2)):
            word = m.pick("default", "=")
            default = f" {word} {m.values.literal(kind, type_sql)}"
            defaults = True
        parts.append(f"{mode}{name} {type_sql}{default}".strip())
        if not mode.startswith("out"):
            known.append((name or f"${number + 1}", kind))
    if m.chance(0.06):
        parts.append(f"variadic {m.new()} {m.pick('int[]', 'text[]', 'anyarray')}{' default null' if defaults else ''}")
    if m.chance(0.05):
        parts.append(f"{m.new()} {m.pick('anyelement', 'anyarray', 'anycompatible', 'record')}")
    return ", ".join(parts), known


def create_function(m):
    m.pick(sql_function, sql_function, plpgsql_function, table_function, standard_function, standard_function, trigger_function,
           setof_function, internal_function)(m)


def sql_function(m):
    def make():
        text, _ = arguments(m)
        kind = m.pick("int", "text", "bool")
        returns = m.pick(f"returns {kind if kind != 'int' else 'integer'} ", f"returns {kind if kind != 'int' else 'integer'} ", "")
        return (f"create {m.option(0.2, 'or replace ')}function {m.new_qualified()}({text}) {returns}"
                f"language {m.pick('sql', 'SQL', chr(34) + 'sql' + chr(34))} {attributes(m)} as {body_text(m, m.rng.choice(BODIES[kind]))}")
    any(m.do(make()) for _ in range(3))


def plpgsql_function(m):
    def make():
        text, _ = arguments(m)
        return (f"create function {m.new_qualified()}({text}) {m.pick('returns int', 'returns void', 'returns setof text rows 50', '')} "
                f"as {body_text(m, m.rng.choice(PLPGSQL))} language plpgsql {attributes(m)}")
    any(m.do(make()) for _ in range(3))


def table_function(m):
    def make():
        text, _ = arguments(m, modes=False)
        columns = ", ".join(f"{m.new()} {m.pick('int', 'integer', 'int4')}" for _ in range(m.rng.randint(1, 3)))
        count = columns.count(",") + 1
        return (f"create function {m.new_qualified()}({text}) returns table({columns}) language sql {attributes(m)} {m.option(0.3, 'rows 7')} "
                f"as $$select {', '.join(['1'] * count)}$$")
    any(m.do(make()) for _ in range(3))


def internal_function(m):
    """Of what only the languages internal and C have."""
    m.do(m.pick(f"create function {m.new_qualified()}() returns bigint language internal window {attributes(m)} as 'window_row_number'",
                f"create function {m.new_qualified()}(int4, int4) returns int4 language internal {attributes(m)} as 'int4pl'",
                f"create function {m.new_qualified()}({m.new()} int4range) returns bool language 'internal' strict as 'range_empty'"))


def setof_function(m):
    relation = m.relation("rv")
    if relation:
        name = m.qualified(relation)
        m.do(f"create function {m.new_qualified()}(r {name}) returns setof {name} language sql as $$select * from {name}$$"
             .replace("$$select", "$f$select").replace("$$", "$f$"))


def standard_function(m):
    """With a body of SQL's own form."""
    def make():
        text, known = arguments(m, modes=False)
        kind = m.pick("int", "text", "bool", "num")
        type_sql = {"int": "integer", "text": "text", "bool": "boolean", "num": "numeric"}[kind]
        scope = Scope([(n, k) for n, k in known if not n.startswith("$")], queries=m.queries.scalar)
        if m.chance(0.5):
            body = f"return {m.values.expression(kind, scope, 2)}"
        else:
            query, _ = m.queries.select(1)
            body = f"begin atomic\n  {query};\n  {m.option(0.5, standard_change(m))}select {m.values.expression(kind, scope, 2)};\nend"
        return (f"create function {m.new_qualified()}({text}) returns {type_sql} language sql {attributes(m)}\n{body}")
    any(m.do(make()) for _ in range(3))


def standard_change(m):
    table = m.relation("r")
    return f"{change_statement(m, table)};\n  " if table and table["columns"] else ""


def change_statement(m, table, row=""):
    """INSERT, UPDATE or DELETE on a table; `row`: new or old in a rule."""
    name = m.qualified(table)
    column_row = m.rng.choice(table["columns"])
    column, kind = m.name(column_row["name"]), column_row["type_kind"]
    value = m.values.literal(kind) if kind != "other" else "null"
    where = m.option(0.6, f" where {m.values.expression('bool', m.scope_of(table), 1)}")
    returning = "" if row else m.option(0.2, f" returning {column}")
    return m.pick(f"insert into {name} ({column}) values ({value}){returning}", f"insert into {name} default values",
                  f"insert into {name} ({column}) select {value} on conflict do nothing",
                  f"update {name} set {column} = {value}{where}", f"update only {name} as u set {column} = default",
                  f"delete from {name}{where}{returning}", f"insert into {name} as i ({column}) values ({value}), (null)")


def create_procedure(m):
    def make():
        text, _ = arguments(m)
        body = m.pick("language sql as $$select 1$$", "language plpgsql as $$begin commit; end$$",
                      f"language sql begin atomic {standard_change(m)} end", "language sql begin atomic end",
                      "language sql security definer as ''")
        return f"create {m.option(0.1, 'or replace ')}procedure {m.new_qualified()}({text}) {body}"
    any(m.do(make()) for _ in range(3))


def trigger_function(m, returns="trigger"):
    name = m.new_qualified()
    words = attributes(m)
    # Such a function can't be called, and with it as an event trigger nothing can be dropped, say, by anybody.
    if returns == "event_trigger" and "security definer" in words:
        words = words.replace("set role to 'reader'", "")
    return name if m.do(f"create function {name}() returns {returns} language plpgsql {words} as $$begin {'return null; ' if returns == 'trigger' else ''}end$$") else ""


def routine_sql(m, row):
    word = {"f": "function", "p": "procedure", "a": "aggregate", "w": "function"}[row["kind"]]
    return word, f"{m.qualified(row)}({row['arguments'] or ('*' if row['kind'] == 'a' else '')})"


def alter_function(m):
    row = m.one(catalog.ROUTINES)
    if not row:
        return
    word, text = routine_sql(m, row)
    forms = [f"rename to {m.new()}", f"set schema {m.place()[:-1] or 'public'}", f"owner to {m.role()}"]
    if row["kind"] != "a":
        forms += [m.rng.choice(ATTRIBUTES), "reset all", "reset work_mem"]
    m.do(f"alter {m.pick(word, word, 'routine') if row['kind'] != 'a' else word} {text} {m.rng.choice(forms)}")


# Aggregates, operators, casts.

def create_aggregate(m):
    form = m.pick("builtin", "ordered", "star", "own", "moving", "hypothetical", "parallel", "many")
    name = m.new_qualified()
    options = m.rng.sample(["parallel = safe", "initcond = '0'", "finalfunc_modify = read_write", "finalfunc_extra",
                            "sspace = 64"], m.pick(0, 1, 2))
    more = "".join(", " + option for option in options)
    texts = {
        "builtin": f"({m.option(0.3, m.new() + ' ')}{m.pick('int', 'integer', 'int4')}) (sfunc = int4pl, stype = int4{more}, combinefunc = int4pl{m.option(0.3, ', sortop = <')})",
        "ordered": "(float8 order by anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra)",
        "star": f"(*) (sfunc = int8inc, stype = int8, initcond = '0'{m.option(0.3, ', parallel = restricted')})",
        "own": f"(basetype = text, sfunc = textcat, stype = text, initcond = '{m.pick('', 'x', ' ')}')",
        "hypothetical": '(variadic "any" order by variadic "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, '
                        "finalfunc_extra, hypothetical)",
        "parallel": f"(numeric) (sfunc = numeric_avg_accum, stype = internal, finalfunc = numeric_avg, combinefunc = numeric_avg_combine, "
                    f"serialfunc = numeric_avg_serialize, deserialfunc = numeric_avg_deserialize, parallel = {m.pick('safe', 'restricted', 'unsafe')})",
        "many": f"(variadic {m.option(0.3, m.new() + ' ')}text[]) (sfunc = array_cat, stype = text[], initcond = '{{}}')",
        "moving": f"(int4) (sfunc = int4pl, stype = int4, msfunc = int4pl, minvfunc = int4mi, mstype = int4, minitcond = '0'{more})",
    }
    m.do(f"create {m.option(0.1, 'or replace ')}aggregate {name}{texts[form]}")


OPERATOR_NAMES = ["+++", "<->>", "@@@@", "#%", "~~~", "|||", "&<<&", "=#=", "!@", "<=>", "%%", "*=*", "?|?"]


def create_operator(m):
    row = m.one(catalog.ROUTINES, lambda r: r["kind"] == "f" and 1 <= r["count"] <= 2 and not r["many"])
    name = m.rng.choice(OPERATOR_NAMES)
    place = m.place()
    if row and m.chance(0.4):
        types = row["types"]
        sides = f"leftarg = {types[0]}, rightarg = {types[1]}" if len(types) == 2 else f"rightarg = {types[0]}"
        m.do(f"create operator {place}{name} ({m.pick('function', 'procedure')} = {m.qualified(row)}, {sides})")
        return
    sides, function = m.pick(("leftarg = int4, rightarg = integer", "int4eq"), ("leftarg = text, rightarg = text", "texteq"),
                             ("leftarg = int8, rightarg = int4", "int84lt"), ("rightarg = numeric", "numeric_abs"))
    options = [f"commutator = {m.pick(name, 'operator(' + (place or 'public.') + name + ')', '<<<>>>')}", "negator = <<!>>",
               "restrict = eqsel", "join = eqjoinsel", "hashes", "merges"]
    chosen = m.rng.sample(options, m.pick(0, 1, 2, 4))
    m.do(f"create operator {place}{name} ({', '.join([sides, f'function = {function}', *chosen])})")


def create_operator_class(m):
    name, place = m.new(), m.place()
    family = m.one(catalog.OPERATOR_FAMILIES, lambda f: f["method"] == "btree")
    text = f" family {m.qualified(family)}" if family and m.chance(0.4) else ""
    default = m.option(0.0, "default ")
    if m.chance(0.2):
        return create_gin_class(m)
    form = m.pick("int4", "text", "hash")
    items = {"int4": "operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 > , function 1 btint4cmp(int4, int4)",
             "text": "operator 1 ~<~, operator 3 = (text, text), function 1 bttext_pattern_cmp(text, text)",
             "hash": "operator 1 =, function 1 hashint4(int4)"}[form]
    method = "hash" if form == "hash" else "btree"
    m.do(f"create operator class {place}{name} {default}for type {form if form != 'hash' else 'int4'} using {method}"
         f"{text if method == 'btree' else ''} as {items}")


def create_gin_class(m):
    m.do(f"create operator class {m.new_qualified()} for type int4[] using gin as operator 1 && (anyarray, anyarray), "
         "operator 2 @> (anyarray, anyarray), function 1 btint4cmp(int4, int4), function 2 ginarrayextract(anyarray, internal, internal), "
         "function 3 ginqueryarrayextract(anyarray, internal, int2, internal, internal, internal, internal), "
         "function 4 ginarrayconsistent(internal, int2, anyarray, int4, internal, internal, internal, internal)"
         f"{m.option(0.5, ', storage int4')}")


def create_operator_family(m):
    name = m.new_qualified()
    if m.do(f"create operator family {name} using btree") and m.chance(0.6):
        m.do(f"alter operator family {name} using btree add operator 1 < (int4, int8), operator 3 = (int4, int8), "
             f"function 1 (int4, int8) btint48cmp(int4, int8)")
        if m.chance(0.2):
            m.do(f"alter operator family {name} using btree drop operator 3 (int4, int8)")


def create_cast(m):
    types = [t for t in m.own_types() if not t.endswith("[]")]
    if not types:
        return
    own, other = m.rng.choice(types), m.pick("integer", "text", "bigint", m.rng.choice(types))
    pair = f"({own} as {other})" if m.chance(0.5) else f"({other} as {own})"
    source = pair[1:].split(" as ")[0]
    result = pair[:-1].split(" as ")[1]
    how = m.pick("with inout", "with inout", "without function")
    if m.chance(0.4):
        name = m.new_qualified()
        if m.do(f"create function {name}({source}) returns {result} language sql as $$select null::{result}$$".replace("$$", "$c$")):
            how = f"with function {name}({source})"
    m.do(f"create cast {pair} {how}{m.pick('', '', ' as assignment', ' as implicit')}")


# Triggers.

def create_trigger(m):
    def make():
        table = m.relation("rrpv")
        function = m.one(catalog.ROUTINES, lambda r: r["kind"] == "f" and r["result"] == "trigger")
        if not table or not function or not table["columns"]:
            return "select 1/0"
        return trigger_text(m, table, m.qualified(function))
    if not m.one(catalog.ROUTINES, lambda r: r["result"] == "trigger"):
        trigger_function(m)
    any(m.do(make()) for _ in range(3))


def trigger_text(m, table, function):
    view = table["kind"] == "v"
    when = "instead of" if view and m.chance(0.6) else m.pick("before", "after")
    events = m.rng.sample(["insert", "delete", "update", "truncate"], m.pick(1, 1, 2, 3))
    words = [event + (f" of {', '.join(m.columns_of(table, 2))}" if event == "update" and m.chance(0.3) and when != "instead of" else "")
             for event in events]
    level = "row" if when == "instead of" or (m.chance(0.6) and "truncate" not in events) else "statement"
    constraint = level == "row" and when == "after" and m.chance(0.25)
    each = f"for {m.option(0.8, 'each ')}{level}" if level == "row" or m.chance(0.7) else ""
    return (f"create {'constraint ' if constraint else m.option(0.1, 'or replace ')}trigger {m.new()} {when} {' or '.join(words)} on {m.qualified(table)}"
            f"{trigger_extras(m, table, constraint)}{transition(m, when, events, constraint)} {each}"
            f"{condition(m, table, level, events)} execute {m.pick('function', 'procedure')} {function}({trigger_arguments(m)})")


def trigger_extras(m, table, constraint):
    if not constraint:
        return ""
    other = m.relation("r")
    return (m.option(0.2, f" from {m.qualified(other)}") if other else "") + m.pick("", " deferrable", " deferrable initially deferred", " not deferrable")


def transition(m, when, events, constraint):
    if constraint or when != "after" or len(events) > 1 or not m.chance(0.3):
        return ""
    old, new = f"old table as {m.new()}", f"new table {m.new()}"
    chosen = {"insert": [new], "delete": [old], "update": m.pick([old, new], [new]), "truncate": []}[events[0]]
    return f" referencing {' '.join(chosen)}" if chosen else ""


def condition(m, table, level, events):
    if not m.chance(0.3):
        return ""
    if level == "statement":
        return f" when ({m.values.expression('bool', Scope(), 1)})"
    rows = [row for row in ("old", "new") if not (row == "old" and "insert" in events) and not (row == "new" and "delete" in events)]
    columns = [(f"{row}.{m.name(c['name'])}", c["type_kind"]) for row in rows for c in table["columns"]]
    whole = " and old.* is distinct from new.*" if len(rows) == 2 and m.chance(0.3) else ""
    return f" when (({m.values.expression('bool', Scope(columns), 2)}){whole})"


def trigger_arguments(m):
    return ", ".join(m.pick("1", "'text'", "word", "'it''s'", "1.50", m.text(), "true") for _ in range(m.pick(0, 0, 1, 3)))


def alter_trigger(m):
    row = m.one(catalog.TRIGGERS)
    if row:
        table = m.qualified({"space": row["space"], "name": row["relation"]})
        m.do(m.pick(f"alter trigger {m.name(row['name'])} on {table} rename to {m.new()}",
                    f"alter table {table} {m.pick('disable', 'enable always', 'enable replica', 'enable')} trigger {m.name(row['name'])}"))


def create_event_trigger(m):
    name = trigger_function(m, "event_trigger")
    if not name:
        return
    event = m.pick("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite")
    tags = m.option(0.4, f" when tag in ({m.pick(chr(39) + 'CREATE AGGREGATE' + chr(39), chr(39) + 'drop language' + chr(39) + ', ' + chr(39) + 'DROP CAST' + chr(39))})")
    trigger = m.new()
    if m.do(f"create event trigger {trigger} on {event}{tags} execute {m.pick('function', 'procedure')} {name}()"):
        m.do(f"alter event trigger {trigger} {m.pick('disable', 'enable replica', 'enable always')}")


# Rules and policies.

def create_rule(m):
    def make():
        table, other = m.relation("rv"), m.relation("r")
        if not table or not other or not table["columns"] or not other["columns"]:
            return "select 1/0"
        event = m.pick("insert", "update", "delete")
        rows = {"insert": ["new"], "delete": ["old"], "update": ["old", "new"]}[event]
        columns = [(f"{row}.{m.name(c['name'])}", c["type_kind"]) for row in rows for c in table["columns"]]
        where = m.option(0.3, f" where {m.values.expression('bool', Scope(columns), 1)}")
        return (f"create {m.option(0.1, 'or replace ')}rule {m.new()} as on {event} to {m.qualified(table)}{where} "
                f"do {m.pick('', 'also ', 'instead ')}{rule_action(m, other, columns)}")
    any(m.do(make()) for _ in range(3))


def rule_action(m, other, columns):
    column_row = m.rng.choice(other["columns"])
    column, kind = m.name(column_row["name"]), column_row["type_kind"]
    fitting = [c for c, k in columns if k == kind and kind != "other"]
    value = m.rng.choice(fitting) if fitting else "null"
    name = m.qualified(other)
    actions = ["nothing", f"insert into {name} ({column}) values ({value})", f"update {name} set {column} = {value} where {column} is null",
               f"delete from {name} where {column} = {value}", f"(delete from {name}; insert into {name} ({column}) values ({value}))",
               "notify changed", "notify \"Odd Channel\", 'payload'", f"insert into {name} ({column}) select {value}",
               change_statement(m, other, "new")]
    return m.rng.choice(actions)


def create_policy(m):
    table = m.relation("rp")
    if not table or not table["columns"]:
        return
    def make():
        command = m.pick("", "", " for all", " for select", " for insert", " for update", " for delete")
        roles = m.pick("", "", " to public", f" to {m.role()}", f" to {m.role()}, {m.role()}")
        expression = lambda: m.values.expression("bool", m.scope_of(table, queries=True), 2)  # noqa: E731
        using = m.option(0.8, f" using ({expression()})") if "insert" not in command else ""
        check = m.option(0.4, f" with check ({expression()})") if "select" not in command and "delete" not in command else ""
        return (f"create policy {m.new()} on {m.qualified(table)}{m.pick('', '', ' as restrictive', ' as permissive')}{command}{roles}"
                f"{using}{check}")
    if any(m.do(make()) for _ in range(2)) and m.chance(0.7):
        m.do(f"alter table {m.qualified(table)} enable row level security")


def alter_policy(m):
    row = m.one(catalog.POLICIES)
    if row:
        table = m.qualified({"space": row["space"], "name": row["relation"]})
        m.do(f"alter policy {m.name(row['name'])} on {table} {m.pick('rename to ' + m.new(), 'to ' + m.role(), 'using (true)', 'with check (false)')}")
