"""Reads kinds/*.sql: what the migrations make, and the one change to each thing that they made.

    --- prelude
    SQL that the migrations begin with
    --- FIELD | OBJECT | KEY: VALUE …
    SQL of the migrations
    --- in its place
    what the server gets instead where it cannot run that (optional)
    --- change
    SQL that somebody runs by hand

OBJECT is named as verify names it. FIELD is one of the model's, or "missing", "exists". Keys:
    since, until   the major versions of PostgreSQL on which it is a change
    token          what every part of a dump about the object has; without it, the object's name
    no dump        why pg_dump does not see the change
    more           other objects that come or go with this one
    with           another field that can't but change as well
"""

import os
import re
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = re.compile(r"^--- ", re.MULTILINE)
KEYS = {"since", "until", "token", "no dump", "more", "with"}


@dataclass
class Block:
    kind: str
    field: str
    object: str
    setup: str
    change: str
    in_its_place: str = ""
    keys: dict = field(default_factory=dict)
    lines: range = range(0)  # of the migration

    @property
    def title(self):
        return f"{self.kind} {self.field} ({self.object})"

    @property
    def token(self):
        return self.keys.get("token", self.object)

    @property
    def fields(self):
        """What verify has to name."""
        return (self.field.split(".")[0], *filter(None, [self.keys.get("with")]))

    def suits(self, major):
        return int(self.keys.get("since", 0)) <= major <= int(self.keys.get("until", 99))


def _header(text):
    parts = [part.strip() for part in text.split(" | ")]
    keys = dict(part.split(": ", 1) for part in parts[2:])
    unknown = set(keys) - KEYS
    if len(parts) < 2 or unknown:
        raise ValueError(f"not a header: {text}")
    return parts[0], parts[1], keys


def read_kind(kind):
    """The prelude and the blocks of one kind."""
    path = os.path.join(HERE, "kinds", f"{kind}.sql")
    with open(path, encoding="utf-8") as file:
        sections = HEADER.split(file.read())
    prelude, blocks = "", []
    for section in sections[1:]:
        title, _, sql = section.partition("\n")
        sql = sql.strip("\n")
        if title == "prelude":
            prelude = sql
        elif title == "change":
            blocks[-1].change = sql
        elif title == "in its place":
            blocks[-1].in_its_place = sql
        else:
            name, thing, keys = _header(title)
            blocks.append(Block(kind, name, thing, sql, "", "", keys))
    return prelude, blocks


def migration(prelude, blocks):
    """The text of a migration that makes all of it; notes for each block on which lines."""
    lines = prelude.split("\n") + [""]
    for block in blocks:
        begin = len(lines) + 1
        lines += block.setup.split("\n") + [""]
        block.lines = range(begin, len(lines) + 1)
    return "\n".join(lines)
