"""Types of columns, literals of them, and random expressions of a wanted kind of value."""

# What a type's values can be used for; by the catalog's name of the type.
KIND_OF = {
    "int2": "int", "int4": "int", "int8": "int", "numeric": "num", "float4": "float",
    "float8": "float", "text": "text", "varchar": "text", "bpchar": "text", "bool": "bool",
    "timestamp": "ts", "timestamptz": "ts", "date": "date", "interval": "span", "jsonb": "json",
    "_int4": "ints", "_text": "texts", "uuid": "uuid", "time": "time",
}
SPELLINGS = {
    "int": ["integer", "int", "int4", "bigint", "int8", "smallint", "int2", "pg_catalog.int4",
            "pg_catalog.\"int8\""],
    "num": ["numeric", "numeric(10,2)", "decimal(8, 3)", "numeric(5)", "dec", "pg_catalog.numeric"],
    "float": ["real", "double precision", "float", "float(20)", "float8", "float4"],
    "text": ["text", "varchar", "varchar(20)", "character varying(63)", "char(5)", "character", "char",
             "bpchar", "pg_catalog.varchar(9)", "national character varying(7)"],
    "bool": ["boolean", "bool"],
    "ts": ["timestamp", "timestamp(3)", "timestamptz", "timestamp with time zone",
           "timestamp(0) without time zone", "timestamptz(6)"],
    "date": ["date"],
    "time": ["time", "time(2)", "time without time zone"],
    "span": ["interval", "interval day to second(3)", "interval year to month", "interval(2)",
             "interval hour"],
    "json": ["jsonb"],
    "ints": ["integer[]", "int4[]", "int[3]", "int array", "integer[][]"],
    "texts": ["text[]", "text array[4]"],
    "uuid": ["uuid"],
}
OTHER = ["json", "bytea", "inet", "cidr", "macaddr", "bit(3)", "bit", "bit varying(5)", "varbit", "point",
         "box", "int4range", "numrange", "tstzrange", "daterange", "int4multirange", "tsvector",
         "tsquery", "money", "oid", "regclass", "regtype", "pg_lsn", "name", '"char"', "timetz",
         "timetz(1)", "macaddr8", "circle", "varchar(5)[]", "numeric(6,2)[]", "timestamptz[]", "uuid[]",
         "jsonb[]", "date[]", "xml", "path", "lseg", "polygon", "line", "regproc", "regrole", "jsonpath",
         "bool[]", "bpchar[]", "char(3)[]", "int8[]", "float8[]", "interval[]", "inet[]", "int4range[]"]
LITERALS = {
    "int": ["0", "1", "-1", "42", "2147483647", "'7'", "- 5", "+3", "32768", "1_000", "0x1F"],
    "num": ["0", "1.5", "-2.50", "1e3", "'3.14'", ".5", "10", "1.0", "9999999999", "-0.0"],
    "float": ["0", "1.5", "-2.5", "1e10", "'NaN'", "'infinity'", "'-1'", "1e-3", "3"],
    "text": ["''", "'x'", "'it''s'", "E'tab\\t'", "'a%b'", "U&'\\0061'", "'back\\slash'", "$$dollar$$",
             "'new\nline'", "'-- no'", "'/*'", "'日本'", "null", "N'nat'", "'x' 'y'"[:3], "$a$ ' $a$"],
    "bool": ["true", "false", "'t'", "'no'", "null", "TRUE", "'on'"],
    "ts": ["now()", "current_timestamp", "'2020-01-01'", "timestamp '2020-02-03 04:05:06'", "localtimestamp",
           "'epoch'", "timestamptz '2021-05-06 07:08:09+02'", "clock_timestamp()", "'infinity'",
           "current_timestamp(2)", "statement_timestamp()", "'2020-1-2 3:4'"],
    "date": ["current_date", "'2020-01-01'", "date '2021-12-31'", "'infinity'", "'2020-1-5'", "'20200229'"],
    "time": ["'12:34'", "time '01:02:03'", "localtime", "'23:59:59.5'", "'04:05 PM'"],
    "span": ["'1 day'", "interval '1 week'", "'24 hours'", "interval '1' day", "interval '1-2' year to month",
             "make_interval(days => 3)", "'1 mon -2 days'", "interval(1) '2.55 s'", "'P1DT2H'", "'0'"],
    "json": ["'{}'", "'{\"a\": 1}'", "'[]'::jsonb", "'{\"b\":1,\"a\":[1, 2]}'", "'null'", "jsonb '\"x\"'",
             "'1.50'"],
    "ints": ["'{}'", "array[1, 2]", "'{1, 2,3}'", "array[]::int[]", "'{{1,2},{3,4}}'", "array[[1],[2]]"],
    "texts": ["'{}'", "array['a', 'b']", "'{a, \"b c\"}'", "array['x']::varchar[]", "'{NULL,x}'"],
    "uuid": ["gen_random_uuid()", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'",
             "'{a0eebc999c0b4ef8bb6d6bb9bd380a11}'"],
}
OTHER_LITERALS = {
    "json": ["'{}'", "'{\"a\":  1}'"], "bytea": ["''", "'\\x00ff'", "'abc'"], "inet": ["'10.0.0.1'", "'::1/64'"],
    "cidr": ["'10.0.0.0/8'", "'10/8'"], "bit(3)": ["b'101'", "'010'"], "varbit": ["b'1'", "x'F'", "'101'"],
    "point": ["'(1,2)'", "point(1, 2)"], "int4range": ["'[1,5)'", "'[1,5]'", "int4range(1, 9)", "'empty'"],
    "numrange": ["'[1.0,2]'", "numrange(1.5, null)"], "money": ["'1.5'", "0"], "oid": ["0", "'5'"],
    "regclass": ["'pg_class'", "'pg_catalog.pg_type'::regclass"], "regtype": ["'int4'", "'text'::regtype"],
    "name": ["'x'", "current_user", "session_user"], '"char"': ["'x'", "'xy'"], "tsvector": ["'a b'", "to_tsvector('english', 'x y')"],
    "timetz": ["'12:00+02'", "current_time"], "varchar(5)[]": ["'{a}'", "array['x']"],
    "numeric(6,2)[]": ["'{1,2.5}'", "array[1, 2.25]"], "date[]": ["array['2020-01-01'::date]", "'{2020-1-1}'"],
    "tstzrange": ["'[2020-01-01,)'", "tstzrange(now(), null)"], "macaddr": ["'08-00-2b-01-02-03'"],
    "box": ["'(1,1),(0,0)'"], "xml": ["'<a/>'"], "interval[]": ["'{1 day}'"], "inet[]": ["'{10.0.0.1}'"],
}
COLLATIONS = ['"C"', '"POSIX"', 'pg_catalog."default"', 'pg_catalog."C"', '"ucs_basic"']


class Scope:
    """The columns that an expression may name, as SQL, by kind; and what else it may use."""

    def __init__(self, columns=(), stable=True, queries=None, aggregates=False):
        self.columns = {}
        for sql, kind in columns:
            self.columns.setdefault(kind, []).append(sql)
        self.stable, self.queries, self.aggregates = stable, queries, aggregates

    def any_column(self, rng):
        pairs = [(sql, kind) for kind, names in self.columns.items() for sql in names]
        return rng.choice(pairs) if pairs else ("1", "int")

    def without_aggregates(self):
        inner = Scope((), self.stable, self.queries, False)
        inner.columns = self.columns
        return inner


class Values:
    """Random types, literals and expressions."""

    def __init__(self, rng):
        self.rng = rng

    def pick(self, *choices):
        return self.rng.choice(choices)

    def chance(self, share):
        return self.rng.random() < share

    def type(self, extra=()):
        """(SQL, kind) of a column's type; `extra`: the user's own ones."""
        roll = self.rng.random()
        if extra and roll < 0.2:
            return self.rng.choice(extra), "other"
        if roll < 0.38:
            return self.rng.choice(OTHER), "other"
        kind = self.rng.choice(["int"] * 4 + ["text"] * 4 + ["num", "ts", "bool"] * 2 + list(SPELLINGS))
        return self.rng.choice(SPELLINGS[kind]), kind

    def literal(self, kind, type_sql="", stable=True):
        choices = LITERALS.get(kind) or OTHER_LITERALS.get(type_sql) or ["null"]
        if not stable:
            choices = [c for c in choices if "()" not in c and "current" not in c and "local" not in c]
        return self.rng.choice(choices or ["null"])

    # Expressions: one method for each kind, each a table of forms.

    def expression(self, kind, scope, depth=2):
        if depth <= 0 or self.chance(0.25):
            return self.leaf(kind, scope)
        forms = getattr(self, f"forms_{kind}", None)
        if forms is None or self.chance(0.1):
            return self.common(kind, scope, depth)
        return self.rng.choice(forms(scope, depth - 1))()

    def leaf(self, kind, scope):
        columns = scope.columns.get(kind)
        if columns and self.chance(0.75):
            return self.rng.choice(columns)
        if kind not in LITERALS:
            return "null"
        text = self.literal(kind, stable=scope.stable)
        return text if text != "null" or kind == "text" else "null"

    def common(self, kind, scope, depth):
        sub = lambda k=kind: self.expression(k, scope, depth - 1)  # noqa: E731
        type_sql = self.rng.choice(SPELLINGS.get(kind, ["text"]))
        forms = [
            lambda: f"coalesce({sub()}, {sub()})",
            lambda: f"nullif({sub()}, {sub()})",
            lambda: f"greatest({sub()}, {sub()})",
            lambda: f"least({sub()}, {sub()}, {sub()})",
            lambda: f"case when {sub('bool')} then {sub()} else {sub()} end",
            lambda: f"case {sub('int')} when 1 then {sub()} when {sub('int')} then {sub()} end",
            lambda: f"cast({sub()} as {type_sql})",
            lambda: f"({sub()})::{type_sql}",
            lambda: f"({sub()})",
        ]
        if scope.queries:
            forms.append(lambda: scope.queries(kind, scope, depth))
        return self.rng.choice(forms)()

    def forms_bool(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        leaf = lambda k: self.leaf(k, scope)  # noqa: E731
        kind = self.rng.choice(["int", "int", "num", "float", "text", "text", "ts", "date", "span", "uuid"])
        operator = self.rng.choice(["=", "<>", "!=", "<", ">", "<=", ">="])
        forms = [
            lambda: f"{sub(kind)} {operator} {sub(kind)}",
            lambda: f"{sub(kind)} {operator} {sub(kind)}",
            lambda: f"{sub('int')} {operator} {sub('num')}",
            lambda: f"{sub('ts')} {operator} {sub('date')}",
            lambda: f"{sub('bool')} and {sub('bool')}",
            lambda: f"({sub('bool')} or {sub('bool')}) and {sub('bool')}",
            lambda: f"{sub('bool')} or {sub('bool')} or {sub('bool')}",
            lambda: f"not {sub('bool')}",
            lambda: f"{sub(kind)} is {self.pick('', 'not ')}null",
            lambda: f"{leaf(kind)} {self.pick('isnull', 'notnull')}",
            lambda: f"{sub(kind)} is {self.pick('', 'not ')}distinct from {sub(kind)}",
            lambda: f"{sub(kind)} {self.pick('', 'not ')}in ({leaf(kind)}, {leaf(kind)}, {leaf(kind)})",
            lambda: f"{leaf(kind)} in ({leaf(kind)})",
            lambda: f"{sub(kind)} {self.pick('', 'not ')}between {self.pick('', 'symmetric ')}{leaf(kind)} and {leaf(kind)}",
            lambda: f"{sub('text')} {self.pick('', 'not ')}{self.pick('like', 'ilike', 'similar to')} {self.literal('text')}",
            lambda: f"{sub('text')} like '%x#%' escape '#'",
            lambda: f"{sub('text')} {self.pick('~', '!~', '~*', '^@')} 'a+'",
            lambda: f"{leaf(kind)} {operator} {self.pick('any', 'all', 'some')} (array[{leaf(kind)}, {leaf(kind)}])",
            lambda: f"({leaf('int')}, {leaf('text')}) {operator} ({leaf('int')}, {leaf('text')})",
            lambda: f"row({leaf('int')}, {leaf('text')}) is {self.pick('', 'not ')}null",
            lambda: f"({sub('bool')}) is {self.pick('', 'not ')}{self.pick('true', 'false', 'unknown')}",
            lambda: f"{sub('json')} {self.pick('@>', '<@')} {sub('json')}",
            lambda: f"{sub('json')} ? 'a'",
            lambda: f"{sub('ints')} {self.pick('@>', '<@', '&&', '=')} {sub('ints')}",
            lambda: f"{leaf('int')} = any({leaf('ints')})",
            lambda: f"int4range({leaf('int')}, {leaf('int')}) @> {leaf('int')}",
            lambda: f"starts_with({leaf('text')}, 'x')",
            lambda: f"({leaf('date')}, {leaf('date')}) overlaps ({leaf('date')}, {leaf('span')})",
            lambda: f"{leaf('text')} is {self.pick('nfc ', '')}normalized",
            lambda: f"{leaf('text')} operator(pg_catalog.=) {leaf('text')}",
            lambda: f"{leaf('text')} collate \"C\" {operator} {leaf('text')}",
        ]
        if scope.queries:
            forms.append(lambda: scope.queries("bool", scope, depth))
        return forms

    def forms_int(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        forms = [
            lambda: f"{sub('int')} {self.pick('+', '-', '*', '/', '%', '&', '|', '#', '<<')} {sub('int')}",
            lambda: f"({sub('int')} + {sub('int')}) * {sub('int')}",
            lambda: f"- ({sub('int')})", lambda: f"@ {sub('int')}", lambda: f"~{sub('int')}",
            lambda: f"{self.pick('abs', 'sign')}({sub('int')})::int",
            lambda: f"{self.pick('length', 'char_length', 'octet_length', 'ascii')}({sub('text')})",
            lambda: f"position('x' in {sub('text')})", lambda: f"mod({sub('int')}, 7)",
            lambda: f"extract({self.pick('year', 'month', 'epoch', 'dow')} from {sub('ts')})::int",
            lambda: f"cast({sub('num')} as {self.pick('int', 'bigint')})",
            lambda: f"cardinality({sub('ints')})", lambda: f"array_length({sub('ints')}, 1)",
            lambda: f"({self.leaf('ints', scope)})[{self.pick('1', '2')}]",
            lambda: f"{sub('date')} - {sub('date')}", lambda: f"width_bucket({sub('num')}, 0, 10, 5)",
            lambda: f"({sub('bool')})::int", lambda: f"length({sub('text')}) + 1",
            lambda: f"hashtext({sub('text')})", lambda: f"jsonb_array_length({sub('json')})",
        ]
        if scope.aggregates:
            forms += [lambda: "count(*)", lambda: f"count(distinct {self.leaf('int', scope)})",
                      lambda: f"sum({self.leaf('int', scope)})", lambda: f"max({self.leaf('int', scope)})",
                      lambda: f"count(*) filter (where {self.expression('bool', scope.without_aggregates(), 1)})"]
        return forms

    def forms_num(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        forms = [
            lambda: f"{sub('num')} {self.pick('+', '-', '*', '/', '%', '^')} {sub('num')}",
            lambda: f"{sub('num')} {self.pick('+', '-', '*')} {sub('int')}",
            lambda: f"round({sub('num')}, 2)", lambda: f"trunc({sub('num')})", lambda: f"({sub('int')})::numeric",
            lambda: f"-({sub('num')})", lambda: f"extract(epoch from {sub('ts')})", lambda: f"ceil({sub('num')})",
            lambda: f"power({sub('num')}, 2)", lambda: f"{sub('num')} / {sub('int')}",
            lambda: f"date_part('year', {sub('date')})::numeric(6,2)", lambda: f"sqrt({sub('num')})",
        ]
        if scope.aggregates:
            forms += [lambda: f"avg({self.leaf('num', scope)})", lambda: f"sum(distinct {self.leaf('num', scope)})"]
        return forms

    def forms_float(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"{sub('float')} {self.pick('+', '-', '*', '/')} {sub('float')}", lambda: f"sin({sub('float')})",
                lambda: f"({sub('num')})::float8", lambda: "pi()", lambda: f"|/ {sub('float')}",
                lambda: f"{sub('float')} * {sub('int')}", lambda: f"date_part('hour', {sub('ts')})",
                lambda: f"log({sub('float')})"]

    def forms_text(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        forms = [
            lambda: f"{sub('text')} || {sub('text')}", lambda: f"{sub('text')} || {sub('int')}",
            lambda: f"{self.pick('lower', 'upper', 'initcap', 'md5', 'reverse', 'quote_ident')}({sub('text')})",
            lambda: f"substring({sub('text')} from {self.pick('1', '2')} for 3)",
            lambda: f"substring({sub('text')} from 'a.c')", lambda: f"substr({sub('text')}, 2)",
            lambda: f"trim({self.pick('', 'both ', 'leading ', 'trailing ')}'x' from {sub('text')})",
            lambda: f"trim({sub('text')})", lambda: f"btrim({sub('text')}, 'ab')",
            lambda: f"overlay({sub('text')} placing 'zz' from 2 for 1)",
            lambda: f"left({sub('text')}, 3)", lambda: f"replace({sub('text')}, 'a', 'b')",
            lambda: f"concat({sub('text')}, {sub('int')}, {sub('bool')})",
            lambda: f"concat_ws(',', {sub('text')}, {sub('text')})",
            lambda: f"({sub('int')})::text", lambda: f"({sub('text')})::varchar(4)", lambda: f"({sub('text')})::char(2)",
            lambda: f"regexp_replace({sub('text')}, 'a+', 'b', 'g')", lambda: f"split_part({sub('text')}, ',', 1)",
            lambda: f"{sub('text')} collate {self.rng.choice(COLLATIONS)}",
            lambda: f"{sub('json')} ->> {self.pick(chr(39) + 'a' + chr(39), '0')}",
            lambda: f"{sub('json')} #>> '{{a,b}}'", lambda: f"to_char({sub('ts')}, 'YYYY-MM')",
            lambda: f"to_char({sub('num')}, '999D9')", lambda: f"format('%s-%I', {sub('text')}, {sub('text')})",
            lambda: f"array_to_string({sub('texts')}, ',')", lambda: f"(array['a', 'b'])[{self.pick('1', '2')}]",
            lambda: f"encode({sub('text')}::bytea, 'hex')", lambda: f"lpad({sub('text')}, 5, '0')",
            lambda: f"normalize({sub('text')}, nfkc)", lambda: "current_user::text", lambda: "current_schema()",
            lambda: "current_setting('work_mem')", lambda: f"chr({sub('int')})",
        ]
        if scope.aggregates:
            forms += [lambda: f"string_agg({self.leaf('text', scope)}, ',' order by {self.leaf('text', scope)} desc)",
                      lambda: f"min({self.leaf('text', scope)})"]
        return forms

    def forms_ts(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"{sub('ts')} {self.pick('+', '-')} {sub('span')}", lambda: f"date_trunc('day', {sub('ts')})",
                lambda: f"{sub('ts')} at time zone 'UTC'", lambda: f"{sub('date')} + {sub('time')}",
                lambda: f"timezone('utc', {sub('ts')})", lambda: f"({sub('date')})::timestamp",
                lambda: "make_timestamp(2020, 1, 2, 3, 4, 5.5)", lambda: f"to_timestamp({sub('float')})"]

    def forms_date(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"{sub('date')} + {sub('int')}", lambda: f"({sub('ts')})::date",
                lambda: "make_date(2020, 1, 2)", lambda: f"cast({sub('ts')} as date)",
                lambda: "to_date('2020', 'YYYY')"]

    def forms_span(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"{sub('span')} * {sub('int')}", lambda: f"{sub('ts')} - {sub('ts')}",
                lambda: f"age({sub('ts')})", lambda: f"{sub('span')} + {sub('span')}",
                lambda: f"justify_days({sub('span')})", lambda: f"({sub('text')})::interval"]

    def forms_json(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"{sub('json')} -> {self.pick(chr(39) + 'k' + chr(39), '1')}", lambda: f"{sub('json')} || {sub('json')}",
                lambda: f"jsonb_build_object('a', {sub('int')}, 'b', {sub('text')})", lambda: f"to_jsonb({sub('text')})",
                lambda: f"{sub('json')} #> '{{a}}'", lambda: f"jsonb_build_array({sub('int')}, {sub('text')})",
                lambda: f"{sub('json')} - 'a'", lambda: f"jsonb_set({sub('json')}, '{{a}}', {sub('json')})",
                lambda: f"jsonb_path_query_first({sub('json')}, '$.a')", lambda: f"({sub('json')})['a']"]

    def forms_ints(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"array[{sub('int')}, {sub('int')}]", lambda: f"{sub('ints')} || {sub('int')}",
                lambda: f"{sub('ints')} || {sub('ints')}", lambda: f"array_append({sub('ints')}, {sub('int')})",
                lambda: f"({self.leaf('ints', scope)})[1:2]", lambda: f"array_remove({sub('ints')}, 3)"]

    def forms_texts(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"array[{sub('text')}, {sub('text')}]", lambda: f"string_to_array({sub('text')}, ',')",
                lambda: f"array_prepend({sub('text')}, {sub('texts')})", lambda: f"{sub('texts')} || {sub('text')}"]

    def forms_time(self, scope, depth):
        sub = lambda k: self.expression(k, scope, depth)  # noqa: E731
        return [lambda: f"({sub('ts')})::time", lambda: f"{sub('time')} + {sub('span')}"]
