"""Names that a schema may hold, the odd ones included."""

import re

PLAIN = ["account", "amount", "author", "book", "city", "code", "day", "entry", "flag", "grade", "house",
         "item", "kind", "label", "member", "note", "owner_name", "part", "quota", "region", "state",
         "title", "unit", "value_of", "weight", "year_made", "zone"]
RESERVED = ["select", "table", "user", "order", "group", "primary", "check", "default", "all", "end",
            "desc", "offset", "window", "binary", "natural", "verbose", "array", "case", "using",
            "analyse", "unique", "limit", "to", "with", "both", "current_user", "left", "full"]
KEYWORDS = ["values", "row", "interval", "timestamp", "char", "int", "time", "position", "between",
            "exists", "name", "type", "index", "view", "new", "old", "value", "date", "text", "key",
            "first", "begin", "atomic", "partition", "of", "numeric", "coalesce", "range", "setof"]
ODD = ["Mixed{0}", "with space {0}", 'double"quote{0}', "single'quote{0}", "semi;colon{0}", "--dash{0}",
       "/*open{0}", "*/close{0}", "$${0}$$", "$a${0}", "line\nbreak{0}", "tab\there{0}", "ünïcödé{0}",
       "日本語{0}", "back\\slash{0}", "%s{0}", "dot.ted{0}", "\x1b[31mred{0}", "{0}digits", " lead{0}",
       "trail{0} ", "ÄÖÜ{0}", "(paren{0})", "a,b{0}", "@at{0}", "q?{0}", "colon:{0}", "a=b{0}", "#{0}",
       "emoji😀{0}", "e\u0301{0}", "[x]{0}", "{{b}}{0}", "\\n{0}", "back`tick{0}", "pg{0}", "_{0}"]
SIMPLE = re.compile(r"[a-z_][a-z0-9_]*\Z")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"


class Names:
    """Makes names, mostly new ones, and writes names as SQL in one of their spellings."""

    def __init__(self, rng, oddness):
        self.rng, self.oddness = rng, oddness
        self.count = 0

    def new(self):
        self.count += 1
        if self.rng.random() >= self.oddness:
            return f"{self.rng.choice(PLAIN)}{self.count if self.rng.random() < 0.7 else ''}"
        roll = self.rng.random()
        if roll < 0.2:
            return self.rng.choice(RESERVED + KEYWORDS)
        if roll < 0.3:
            return self._long()
        return self.rng.choice(ODD).format(self.count)

    def _long(self):
        letter = self.rng.choice(["x", "long_", "ü", "日", "a b"])
        text = f"{self.count}" + letter * 70
        size = self.rng.choice([63, 62, 60, 58, 70])
        return text.encode()[:size].decode(errors="ignore")

    def sql(self, name):
        """One of the spellings of a name."""
        if not SIMPLE.match(name) or name in RESERVED or name in KEYWORDS:
            if self.rng.random() < 0.05 and "\\" not in name and "'" not in name:
                return self._escaped(name)
            return quoted(name)
        roll = self.rng.random()
        if roll < 0.85:
            return name
        return quoted(name) if roll < 0.95 else name.upper()

    def _escaped(self, name):
        place = self.rng.randrange(len(name))
        return ('U&"' + name[:place].replace('"', '""') + f"\\+{ord(name[place]):06x}"
                + name[place + 1:].replace('"', '""') + '"')
