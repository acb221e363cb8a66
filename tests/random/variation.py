"""A schema that is almost another one: statements left out, words exchanged, numbers changed."""

import re

EXCHANGES = [("asc", "desc"), ("nulls first", "nulls last"), ("cascade", "restrict"), ("set null", "set default"),
             ("integer", "bigint"), ("text", "varchar(30)"), ("immutable", "stable"), ("stable", "volatile"), ("before", "after"),
             ("insert", "update"), ("update", "delete"), ("not null", "null"), ("always", "by default"), ("unique ", ""),
             ("'x'", "'y'"), ("true", "false"), ("btree", "hash"), ("for each row", "for each statement"), (" and ", " or "),
             ("security_barrier", "security_invoker"), ("strict", "called on null input"), ("int4", "int8"), ("select", "select "),
             ("deferrable", "not deferrable"), ("cycle", "no cycle"), ("unlogged ", ""), ("join", "left join"), ("=", "<>"),
             ("lower", "upper"), ("max", "min"), ("on delete", "on update"), ("with grant option", ""), ("temporary", ""),
             ("'plain'", "'other'"), ("usage", "all"), ("permissive", "restrictive"), ("local", "cascaded"), ("array", "array")]


def varied(statements, rng):
    """The statements of the variation; those that the server then refuses are to be dropped."""
    result = list(statements)
    for _ in range(rng.randint(1, 6)):
        if not result:
            break
        place = rng.randrange(len(result))
        if rng.random() < 0.35:
            del result[place]
        else:
            result[place] = exchanged(result[place], rng)
    return result


def exchanged(sql, rng):
    for _ in range(10):
        one, other = rng.choice(EXCHANGES)
        if rng.random() < 0.5 and other:
            one, other = other, one
        places = [match.start() for match in re.finditer(re.escape(one), sql)]
        if rng.random() < 0.2:
            numbers = list(re.finditer(r"(?<![\w\"'])\d+\b", sql))
            if numbers:
                chosen = rng.choice(numbers)
                return sql[:chosen.start()] + str(int(chosen.group()) + 1) + sql[chosen.end():]
        if places and one:
            place = rng.choice(places)
            return sql[:place] + other + sql[place + len(one):]
    return sql
