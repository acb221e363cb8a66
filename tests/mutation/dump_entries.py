"""The parts of a dump, and which of them two dumps do not share."""

import re
from collections import Counter

HEAD = re.compile(r"^--\n-- Name: ", re.MULTILINE)
# Holds for what follows; stands at the end of the part before.
SETTING = re.compile(r"^SET (default_\w+) = (.*);$", re.MULTILINE)
USES_SETTINGS = re.compile(r"; Type: (TABLE|MATERIALIZED VIEW|INDEX|CONSTRAINT|FK CONSTRAINT);")


def entries(dump):
    """Each with its title, "missing; Type: TABLE; Schema: relations; Owner: postgres"."""
    settings, found = {}, []
    for number, part in enumerate(HEAD.split(dump)):
        text = SETTING.sub("", part).strip()
        if USES_SETTINGS.search(text.split("\n")[0]):
            text += "\n" + " ".join(f"{name} = {value}" for name, value in sorted(settings.items()))
        if number > 0:
            found.append(text)
        settings.update(SETTING.findall(part))
    return found


def changed(before, after):
    one, two = Counter(entries(before)), Counter(entries(after))
    return list((one - two).elements()) + list((two - one).elements())


def names(entry, token):
    """Whether the entry is about what has this name: in its text, or by its title."""
    entry = entry.replace('"', "")
    if re.search(rf"(?<![\w.]){re.escape(token)}(?!\w)", entry):
        return True
    space, _, name = token.partition(".")
    title = entry.split("\n")[0]
    of_name = re.match(rf"{re.escape(name.split('(')[0])}[;(]", title)
    return bool(name and of_name) and f"Schema: {space};" in title
