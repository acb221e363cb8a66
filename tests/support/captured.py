"""What pgplumb said in the scripts that run it, kept for the search for passwords.

The folder is that of PGPLUMB_CAPTURED; without it nothing is kept.
"""

import atexit
import os
import shutil
import sys

# In the URL of every server of the tests; the servers do not ask for it. It must never be seen.
# tests/cli/program.hpp has the same one.
PASSWORD = "pgplumb.Secret+7"
IN_URL = "pgplumb.Secret%2B7"


def _folder():
    above = os.environ.get("PGPLUMB_CAPTURED")
    if not above:
        return None
    script = os.path.abspath(sys.argv[0])
    name = f"{os.path.basename(os.path.dirname(script))}.{os.path.basename(script)}"
    return os.path.join(above, name)


FOLDER = _folder()
_count = 0


def keep(*texts):
    """Output streams of a run, or rows of a history."""
    global _count
    if FOLDER is None:
        return
    for text in texts:
        _count += 1
        with open(os.path.join(FOLDER, f"{_count:05}"), "w", encoding="utf-8") as file:
            file.write(text)


def _end():
    with open(os.path.join(FOLDER, "ended"), "w", encoding="utf-8") as file:
        file.write(f"{_count}\n")


if FOLDER is not None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    atexit.register(_end)
