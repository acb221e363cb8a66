"""Names and texts that break what prints them without care."""

VICTIM = "drop table victim;"

# Each has at most 63 bytes.
NAMES = {
    "newline": "a\nb",
    "carriage return": "a\r\nb",
    "tab": "a\tb",
    "double quote": 'a"b""c',
    "single quote": "a'b''c",
    "backslash": "a\\b\\n\\",
    "terminal escape": "a\x1b[2J\x1b]0;x\x07b",
    "C1 control": "a\x9b2Jb\x85",
    "delete": "a\x7f\x08b",
    "63 bytes": "€" * 21,
    "63 bytes cut": "ü" * 31 + "x",
    "right to left": "a\u202eb\u202c",
    "isolate": "a\u2066b\u2069\u200f",
    "zero width": "a\u200b\ufeffb",
    "line separator": "a\u2028b\u2029",
    "no-break space": "\u00a0",
    "dollars": "a$$b$1",
    "tag": "$pgplumb$",
    "function tag": "$function$",
    "line comment": "a--b",
    "comment": "/* a",
    "comment end": "a */",
    "injection": f'"; {VICTIM} --',
    "string injection": f"'; {VICTIM} --",
    "line injection": f"\n{VICTIM}\n",
    "dollar injection": f"$$; {VICTIM} --",
    "directive": "\n-- pgplumb: no-transaction\n",
    "psql command": "\n\\! false\n",
    "reserved": "select",
    "reserved type": "int",
    "percent": "%s%n%%",
    "braces": "{} {0}",
    "digits": "1a",
    "upper": "UPPER",
    "space": " ",
    "dot": "a.b",
    "dots": ".",
    "comma": "a, b",
    "parentheses": "f(int)",
    "array": "a[]",
    "colon": ":a ::b :'c'",
    "question": "? ?| $1 @>",
    "equals": "a=b",
    "semicolon": ";",
    "star": "*",
    "at": "../../a",
    "html": "<b>&amp;",
    "markdown": "`|[a](b)",
}
# All at once, for kinds of which there is one object each.
WORST = f"\n'\"\\$$--/*;{VICTIM}\x1b[2J%s{{}}\u202e"

TEXTS = list(NAMES.values()) + [
    WORST,
    f"$$ $_$ $pgplumb$ $function$ $body$ $a$ $q$ ; {VICTIM}",
    f"E'\\'; {VICTIM} --'",
    "\n".join(["-- pgplumb: irreversible", "-- pgplumb: repeat until 0 rows", "*/ /*"]),
]

for _key, _name in {**NAMES, "worst": WORST}.items():
    assert len(_name.encode()) <= 63, (_key, len(_name.encode()))


def name(text):
    """As SQL writes an identifier."""
    return '"' + text.replace('"', '""') + '"'


def string(text):
    """As SQL writes a string."""
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
