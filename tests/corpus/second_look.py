"""Where `check` and a history's meta.json judge a way down differently: what a server makes of it.

meta.json compares the lines of two dumps without their indentation, and any line that is gone counts.
That overlooks white space in a routine's body and the order of a view's columns, and it takes for a
difference what the server prints with other parentheses, and the placeholders that pg_dump writes
for views in a loop of dependencies.
"""

import glob
import os
import re

# What of `look` is which of check's verdicts.
VERDICTS = {"": "restores", "the order of lines": "restores_but_for_order",
            "white space": "restores_but_for_white_space",
            "more than white space and order": "does_not_restore", "it fails": "fails"}
PLACEHOLDER = re.compile(r"CREATE VIEW (\S+) AS\nSELECT\n(?: +NULL::.*\n)*(?: +NULL::.*;\n)")


def _without_placeholders(dump):
    """Each view once, with its query."""
    return PLACEHOLDER.sub("", dump).replace("CREATE OR REPLACE VIEW", "CREATE VIEW")


def _lines(dump):
    """Of the statements; what is last in a list has no comma."""
    return sorted(line.rstrip(",;") for line in dump.splitlines()
                  if line.strip() and not line.startswith("--"))


def what_differs(before, after):
    """"" = nothing that a schema is made of; else in words."""
    if before == after:
        return ""
    if _lines(before) == _lines(after):
        return "the order of lines"
    views = _without_placeholders(before), _without_placeholders(after)
    if _lines(views[0]) == _lines(views[1]):
        return ""
    bare = [re.sub(r"[()]", "", text) for text in views]
    if _lines(bare[0]) == _lines(bare[1]):
        return ""
    flat = [sorted(line.strip() for line in _lines(text)) for text in views]
    return "white space" if flat[0] == flat[1] else "more than white space and order"


def _run(server, database, meta, path, way):
    label = os.path.basename(path).split(f".{way}.sql")[0]
    alone = any(name.startswith(label) for name in meta[f"non_transactional_{way}"])
    return server.psql(database, *([] if alone else ["-1"]), "-f", path, check=False).returncode


def look(server, source, meta, labels):
    """label -> what differs after its way up and its way down."""
    server.create("history")
    for statement in meta["prelude"]:
        server.psql("history", "-c", statement)
    found = {}
    for path in sorted(glob.glob(os.path.join(source, "*.up.sql"))):
        label = os.path.basename(path)[: -len(".up.sql")]
        before = server.dump("history") if label in labels else None
        _run(server, "history", meta, path, "up")
        if before is None:
            continue
        server.create("one_step", template="history")
        down = os.path.join(source, f"{label}.down.sql")
        failed = _run(server, "one_step", meta, down, "down")
        found[label] = "it fails" if failed else what_differs(before, server.dump("one_step"))
    return found
