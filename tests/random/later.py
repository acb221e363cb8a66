"""What came into the generator later. It draws from a source of its own, so that a seed's schema stays what it was."""

import random

import maker as catalog
from names import quoted

DEFAULTS = {
    "int": ["7", "'4'", "1 + 2", "length('abc')", "2.6"], "num": ["1.5", "'2'", "round(3.14159, 2)"], "float": ["1", "'2.5'"],
    "text": ["'x'", "'it''s'", "upper('a')", "'a' || 'b'", "CURRENT_USER", "7::text"], "bool": ["true", "'f'", "1 < 2", "not false"],
    "ts": ["now()", "CURRENT_TIMESTAMP", "'2026-01-01'"], "date": ["CURRENT_DATE", "CURRENT_DATE + 1", "now()"],
    "json": ["'{}'", "'[1]'::jsonb"], "ints": ["'{1,2}'", "array[1, 2]"], "span": ["'1 day'"],
}
SETTINGS = ["set statistics 40", "set statistics 0", "set statistics -1", "set storage main", "set storage external",
            "set storage extended", "set storage plain", "set (n_distinct = 5)", "set (n_distinct = -0.5)",
            "set compression pglz", "reset (n_distinct)"]
WORDS = {"f": "function", "w": "function", "p": "procedure", "a": "routine"}


def qualified(row):
    return f"{quoted(row['space'])}.{quoted(row['name'])}"


def default_of(rng, column):
    plain = DEFAULTS.get(column["type_kind"], []) + ["null", f"cast(null as {column['type']})"]
    return rng.choice(plain)


def of_views(maker, rng):
    for row in maker.relations("vm"):
        for column in row["columns"]:
            if rng.random() > 0.15:
                continue
            if row["kind"] == "v":
                change = rng.choice([f"set default {default_of(rng, column)}"] * 5 + ["drop default"])
                yield f"alter view {qualified(row)} alter {quoted(column['name'])} {change}"
            else:
                yield f"alter materialized view {qualified(row)} alter {quoted(column['name'])} {rng.choice(SETTINGS)}"


def on_extensions(maker, rng):
    extensions = maker.all(catalog.EXTENSIONS)
    if not extensions:
        return
    subjects = [f"{WORDS[row['kind']]} {qualified(row)}({row['arguments']})" for row in maker.all(catalog.ROUTINES)]
    subjects += [f"index {qualified(row)}" for row in maker.all(catalog.INDEXES)]
    subjects += [f"materialized view {qualified(row)}" for row in maker.relations("m")]
    subjects += [f"trigger {quoted(row['name'])} on {quoted(row['space'])}.{quoted(row['relation'])}"
                 for row in maker.all(catalog.TRIGGERS)]
    for subject in subjects:
        if rng.random() < 0.1:
            word = rng.choice(["", "", "", "no "])
            yield f"alter {subject} {word}depends on extension {quoted(rng.choice(extensions)['name'])}"


def add(maker, word):
    """Runs on the maker's database what `word` (which tells several calls apart) leads to; those that were taken."""
    rng = random.Random(f"{maker.seed} {word}")
    statements = [*of_views(maker, rng), *on_extensions(maker, rng)]
    return [sql for sql in statements if maker.live.execute(sql)]
