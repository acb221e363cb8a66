"""Random queries over what the database holds: for views, rules, SQL bodies and sub-selects."""

import re

from values import Scope


def last(column):
    """The last name of a column as SQL; a dot may be part of one."""
    return re.findall(r'(?:[Uu]&)?"(?:[^"]|"")*"|[^."]+', column)[-1]


class Queries:
    def __init__(self, maker):
        self.maker, self.rng = maker, maker.rng
        self.values, self.names = maker.values, maker.names
        self.pick, self.chance = maker.values.pick, maker.values.chance
        self.aliases = 0

    def alias(self):
        self.aliases += 1
        if self.chance(0.1):
            return self.names.sql(self.names.new())
        return f"{self.pick('t', 'q', 'a', 'src')}{self.aliases}"

    # FROM items: (SQL, [(column as SQL, kind)]).

    def item(self, depth, lateral=()):
        roll = self.rng.random()
        if depth > 0 and roll < 0.12:
            return self.sub_select(depth - 1, lateral)
        if roll < 0.2:
            return self.function_item()
        if roll < 0.25:
            return self.values_item()
        relation = self.maker.relation()
        if relation is None:
            return self.values_item()
        return self.relation_item(relation)

    def relation_item(self, relation):
        name = self.maker.relation_sql(relation)
        columns = relation["columns"]
        only = "only " if relation["kind"] in "rp" and self.chance(0.05) else ""
        if self.chance(0.3):
            front = self.names.sql(relation["name"])
            return only + name, [(f"{front}.{self.names.sql(c['name'])}", c["type_kind"]) for c in columns]
        alias = self.alias()
        if self.chance(0.15) and columns:
            renamed = [f"c{number}" for number in range(1, self.rng.randint(1, len(columns)) + 1)]
            known = renamed + [self.names.sql(c["name"]) for c in columns[len(renamed):]]
            return (f"{only}{name} {self.pick('as ', '')}{alias} ({', '.join(renamed)})",
                    [(f"{alias}.{n}", c["type_kind"]) for n, c in zip(known, columns)])
        front = f"{alias}." if self.chance(0.85) else ""
        sample = " tablesample system (10)" if relation["kind"] == "r" and self.chance(0.02) else ""
        return (f"{only}{name} {self.pick('as ', '')}{alias}{sample}",
                [(f"{front}{self.names.sql(c['name'])}", c["type_kind"]) for c in columns])

    def sub_select(self, depth, lateral):
        alias = self.alias()
        word = "lateral " if lateral and self.chance(0.6) else ""
        text, columns = self.select(depth, lateral if word else ())
        return f"{word}({text}) {alias}", [(f"{alias}.{name}", kind) for name, kind in columns]

    def function_item(self):
        alias = self.alias()
        return self.rng.choice([
            (f"generate_series(1, 5) {alias}", [(alias, "int")]),
            (f"generate_series(1, 5) as {alias}(n)", [(f"{alias}.n", "int")]),
            (f"unnest(array['a', 'b']) with ordinality as {alias}(v, o)", [(f"{alias}.v", "text"), (f"{alias}.o", "int")]),
            (f"rows from (generate_series(1, 2), unnest(array['x'])) as {alias}(a, b)",
             [(f"{alias}.a", "int"), (f"{alias}.b", "text")]),
            (f"jsonb_each('{{}}') {alias}", [(f"{alias}.key", "text"), (f"{alias}.value", "json")]),
            (f"json_to_recordset('[]') as {alias}(a int, b varchar(5))", [(f"{alias}.a", "int"), (f"{alias}.b", "text")]),
            (f"generate_series(timestamp '2020-01-01', '2020-02-01', '1 day') {alias}", [(alias, "ts")]),
            (f"regexp_split_to_table('a b', ' ') {alias}", [(alias, "text")]),
            (f"current_date {alias}", [(alias, "date")]),
        ])

    def values_item(self):
        alias = self.alias()
        return self.rng.choice([
            (f"(values (1, 'a'), (2, 'b')) as {alias}(x, y)", [(f"{alias}.x", "int"), (f"{alias}.y", "text")]),
            (f"(values (1.5), (2)) {alias}", [(f"{alias}.column1", "num")]),
            (f"(select 1 as one, 'x'::text as two) {alias}", [(f"{alias}.one", "int"), (f"{alias}.two", "text")]),
        ])

    def source(self, depth, outer=()):
        text, columns = self.item(depth)
        for _ in range(self.pick(0, 0, 1, 1, 2)):
            text, columns = self.joined(text, columns, depth, outer)
        return text, columns

    def joined(self, text, columns, depth, outer):
        right, more = self.item(depth, lateral=columns)
        word = self.pick("join", "inner join", "left join", "left outer join", "right join", "full join")
        both = columns + more
        roll = self.rng.random()
        if roll < 0.12 or not more:
            return f"{text} cross join {right}", both
        if roll < 0.24:
            return f"{text}, {right}", both
        shared = {last(c) for c, _ in columns} & {last(c) for c, _ in more}
        if shared and roll < 0.5:
            using = self.rng.choice(sorted(shared))
            extra = " as j1" if self.chance(0.1) else ""
            return f"{text} {word} {right} using ({using}){extra}", both
        if shared and roll < 0.56:
            return f"{text} natural {word} {right}", both
        return f"{text} {word} {right} on {self.join_condition(columns, more, both)}", both

    def join_condition(self, columns, more, both):
        pairs = [(a, b) for a, ka in columns for b, kb in more if ka == kb and ka not in ("other", "json")]
        if pairs and self.chance(0.7):
            one, other = self.rng.choice(pairs)
            return f"{one} = {other}"
        if pairs and self.chance(0.6):
            return self.values.expression("bool", Scope(both), 1)
        return "true"

    # SELECT: (SQL, [(output name as SQL, kind)]).

    def select(self, depth, outer=()):
        text, columns = self.one_select(depth, outer)
        if depth > 0 and self.chance(0.12):
            return self.set_operation(text, columns, depth)
        if self.chance(0.15):
            text += " order by 1" + self.pick("", " desc", " desc nulls last")
        if self.chance(0.1):
            text += self.pick(" limit 5", " offset 2", " limit 5 offset 1", " fetch first 3 rows only", " limit all",
                              " fetch next row only")
        return text, columns

    def set_operation(self, text, columns, depth):
        row = ", ".join(self.values.expression(kind, Scope(), 1) if kind != "other" else "null"
                        for _, kind in columns)
        word = self.pick("union", "union all", "intersect", "except", "except all", "union distinct")
        other = f"select {row}"
        if self.chance(0.3):
            other = f"({other} {self.pick('union', 'intersect')} select {row})"
        tail = self.pick("", "", " order by 1", " limit 3")
        return f"{text} {word} {other}{tail}", columns

    def one_select(self, depth, outer):
        with_text, extra = self.common_tables(depth)
        source, columns = self.source(depth, outer)
        if extra:
            name, more = extra
            alias = self.alias()
            source = f"{name} {alias}" if self.chance(0.3) else f"{source} cross join {name} {alias}"
            columns = [] if source.startswith(name) else columns
            columns = columns + [(f"{alias}.{c}", kind) for c, kind in more]
        queries = self.scalar if depth > 0 and self.chance(0.4) else None
        scope = Scope(columns + list(outer), queries=queries)
        if self.chance(0.22):
            return self.grouped(with_text, source, scope, columns)
        return self.plain(with_text, source, scope, columns, depth)

    def common_tables(self, depth):
        if depth <= 0 or not self.chance(0.15):
            return "", None
        name = self.alias()
        if self.chance(0.25):
            return (f"with recursive {name}(n) as (select 1 union all select n + 1 from {name} where n < 5"
                    f"){self.pick('', ' search depth first by n set ordering', ' cycle n set is_cycle using path')} ",
                    (name, [("n", "int")]))
        text, columns = self.select(depth - 1)
        word = self.pick("", "", "materialized ", "not materialized ")
        return f"with {name} as {word}({text}) ", (name, columns)

    def target(self, kind, scope, used, depth=2):
        """One output column, named."""
        text = self.values.expression(kind, scope, depth)
        name = f"o{len(used) + 1}"
        if self.chance(0.08):
            odd = self.names.new()
            if len(odd.encode()) < 63:
                name = self.names.sql(odd)
        used.append((name, kind))
        return f"{text} {'as ' if self.chance(0.9) else 'as '}{name}"

    def plain(self, with_text, source, scope, columns, depth):
        used, targets = [], []
        if self.chance(0.15) and columns:
            targets, used = self.star(columns)
        for _ in range(self.rng.randint(1, 3)):
            if self.chance(0.4) and columns:
                targets.append(self.bare_column(columns, used))
            elif self.chance(0.12):
                targets.append(self.window(scope, used))
            else:
                kind = self.rng.choice(["int", "text", "bool", "num", "ts", "json", "ints", "date", "span", "float"])
                targets.append(self.target(kind, scope, used))
        text = f"{with_text}select {self.distinct(used)}{', '.join(targets)} from {source}"
        if self.chance(0.5):
            text += f" where {self.values.expression('bool', scope, 2)}"
        if " over w" in text:
            text += f" window w as ({self.partition(scope)})"
        if depth == 2 and self.chance(0.03):
            text += self.pick(" for update", " for share skip locked")
        return text, used

    def distinct(self, used):
        return "distinct " if self.chance(0.06) and all(k not in ("other",) for _, k in used) else ""

    def star(self, columns):
        names = [last(c) for c, _ in columns]
        if len(set(names)) != len(names):
            return [], []
        front = {c[:-len(last(c)) - 1] for c, _ in columns if c != last(c)}
        if len(front) == 1 and all("." in c for c, _ in columns) and self.chance(0.5):
            return [f"{front.pop()}.*"], [(n, k) for n, (_, k) in zip(names, columns)]
        return ["*"], [(n, k) for n, (_, k) in zip(names, columns)]

    def bare_column(self, columns, used):
        column, kind = self.rng.choice(columns)
        name = last(column)
        if name in [n for n, _ in used]:
            name = f"o{len(used) + 1}"
            used.append((name, kind))
            return f"{column} {name}" if self.chance(0.5) else f"{column} as {name}"
        used.append((name, kind))
        return column

    def partition(self, scope):
        column, kind = scope.any_column(self.rng)
        order = f" order by {column}{self.pick('', ' desc', ' nulls first')}" if kind not in ("other",) else ""
        frame = self.pick("", "", " rows between unbounded preceding and current row",
                          " rows 2 preceding", " groups between 1 preceding and 1 following exclude ties") if order else ""
        return f"partition by {column}{order}{frame}" if self.chance(0.6) else (order + frame).strip()

    def window(self, scope, used):
        name = f"o{len(used) + 1}"
        call, kind = self.pick(("row_number()", "int"), ("rank()", "int"), ("count(*)", "int"), ("ntile(4)", "int"),
                               ("lag(1)", "int"), (f"first_value({self.values.leaf('text', scope)})", "text"),
                               ("sum(1) filter (where true)", "int"))
        used.append((name, kind))
        over = "w" if self.chance(0.2) else f"({self.partition(scope)})"
        return f"{call} over {over} as {name}"

    def grouped(self, with_text, source, scope, columns):
        keys = self.rng.sample(columns, min(len(columns), self.rng.randint(1, 2)))
        used, targets = [], []
        for key in keys:
            targets.append(self.bare_column([key], used))
        inner = Scope(keys, aggregates=True)
        inner.columns = {**scope.columns}
        for _ in range(self.rng.randint(1, 2)):
            targets.append(self.aggregate(scope, used))
        by = self.group_by(keys)
        having = f" having {self.pick('count(*) > 1', 'max(1) < 3', 'bool_or(true)')}" if self.chance(0.2) else ""
        where = f" where {self.values.expression('bool', scope, 1)}" if self.chance(0.3) else ""
        return f"{with_text}select {', '.join(targets)} from {source}{where} group by {by}{having}", used

    def group_by(self, keys):
        texts = [k for k, _ in keys]
        joined = ", ".join(texts)
        return self.pick(joined, joined, ", ".join(str(n + 1) for n in range(len(texts))), f"rollup ({joined})",
                         f"cube ({joined})", f"grouping sets (({joined}), ())", f"distinct rollup ({joined})")

    def aggregate(self, scope, used):
        plain = scope.without_aggregates()
        kind = self.rng.choice(["int", "num", "text", "ints", "bool", "json", "float"])
        value = lambda k: self.values.expression(k, plain, 1)  # noqa: E731
        text = {
            "int": f"{self.pick('sum', 'max', 'min', 'count', 'bit_or')}({self.pick('', 'distinct ', 'all ')}{value('int')})",
            "num": f"{self.pick('avg', 'sum', 'stddev_pop')}({value('num')})",
            "text": f"string_agg({value('text')}, ',' order by {self.values.leaf('int', plain)} desc nulls last)",
            "ints": f"array_agg({value('int')})",
            "bool": f"{self.pick('bool_and', 'every')}({value('bool')})",
            "json": f"{self.pick('jsonb_agg', 'to_jsonb')}({value('int')})" if False else f"jsonb_agg({value('int')})",
            "float": f"percentile_cont(0.5) within group (order by {value('float')})",
        }[kind]
        if self.chance(0.2):
            text += f" filter (where {value('bool')})"
        name = f"o{len(used) + 1}"
        used.append((name, kind))
        return f"{text} as {name}"

    def scalar(self, kind, scope, depth):
        """A sub-select inside an expression, which may name the columns around it."""
        source, columns = self.source(0)
        inner = Scope(columns + [(c, k) for k, names in scope.columns.items() for c in names[:2]])
        where = self.values.expression("bool", inner, 1)
        if kind == "bool":
            column = self.values.leaf("int", inner)
            return self.pick(f"exists (select from {source} where {where})", f"exists (select 1 from {source} where {where})",
                             f"{self.values.leaf('int', scope)} in (select {column} from {source})",
                             f"{self.values.leaf('int', scope)} > all (select {column} from {source} where {where})",
                             f"not exists (select * from {source} where {where})")
        if kind in ("ints", "texts"):
            return f"array(select {self.values.leaf(kind[:-1], inner)} from {source})"
        return f"(select {self.values.leaf(kind, inner)} from {source} where {where} limit 1)"
