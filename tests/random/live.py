"""One psql that stays open: statements go in one by one, and the catalogs say what came of them."""

import json
import select
import subprocess
import time

LIMIT = 30  # seconds for one statement


class Refused(Exception):
    """PostgreSQL did not accept a statement."""


class Live:
    """Use as a context manager."""

    def __init__(self, command, log):
        self.log = open(log, "w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.log)
        self.count = 0
        self.rest = b""
        self.asked = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def execute(self, sql):
        """Returns whether the server took it."""
        taken, _ = self._send(sql)
        if taken:
            self.asked.clear()
        return taken

    def last_error(self):
        self.log.seek(0)
        lines = self.log.read().strip().splitlines()
        return next((line for line in reversed(lines) if "ERROR" in line), "")

    def rows(self, query):
        """What a query gives, as a list of dictionaries; kept until a statement changes something."""
        if query not in self.asked:
            taken, out = self._send(
                f"select coalesce(json_agg(row_to_json(q)), '[]') from (\n{query}\n) q")
            if not taken:
                raise Refused(f"{self.last_error()}: {query}")
            self.asked[query] = json.loads(out)
        return self.asked[query]

    def _send(self, sql):
        self.count += 1
        mark = f"@@{self.count}:"
        self.process.stdin.write(f"{sql}\n;\n\\echo {mark} :ERROR\n".encode())
        self.process.stdin.flush()
        end = time.monotonic() + LIMIT
        pattern = b"\n" + mark.encode()
        data = b"\n" + self.rest
        while pattern not in data or not data.split(pattern, 1)[1].endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], end - time.monotonic())
            piece = self.process.stdout.read1(1 << 16) if ready else b""
            if not piece:
                raise RuntimeError(f"psql gives no answer to: {sql}")
            data += piece
        out, word = data.split(pattern, 1)
        self.rest = b""
        return word.strip() == b"false", out.decode(errors="replace").strip()
