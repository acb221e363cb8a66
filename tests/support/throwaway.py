"""A throwaway PostgreSQL for scripts: private folder, Unix socket only, gone at the end."""

import contextlib
import glob
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time

import captured

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def server_bin():
    """The folder of the server programs, or None: PGPLUMB_PG_BIN, else the major that
    PGPLUMB_TEST_MAJOR asks for (installed, or fetched by scripts/fetch-servers), else the newest
    installed."""
    given = os.environ.get("PGPLUMB_PG_BIN")
    if given:
        return given
    major = os.environ.get("PGPLUMB_TEST_MAJOR")
    if major:
        fetched = os.environ.get("PGPLUMB_THIRD_PARTY", f"{REPOSITORY}/third_party")
        for folder in f"/usr/lib/postgresql/{major}/bin", f"{fetched}/servers/{major}/bin":
            if os.path.exists(f"{folder}/postgres"):
                return folder
        return None
    return _newest("initdb")


def _newest(program):
    found = glob.glob(f"/usr/lib/postgresql/*/bin/{program}")
    return os.path.dirname(max(found, key=lambda path: int(path.split("/")[4]))) if found else None


def client(program, server):
    """The path of psql or pg_dump: the server's own, else the newest installed."""
    folder = server if os.path.exists(f"{server}/{program}") else _newest(program)
    return f"{folder}/{program}" if folder else program


def _unprivileged():
    """Words in front of a server program, and the uid that it then runs as."""
    if os.geteuid() != 0:
        return ["setpriv", "--pdeathsig", "QUIT"], None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return ["setpriv", "--pdeathsig", "QUIT", "--reuid", name, "--regid", str(user.pw_gid),
                    "--clear-groups"], user.pw_uid
    raise RuntimeError("no unprivileged user for the server")


class Server:
    """Use as a context manager. `settings`: "max_locks_per_transaction=4096", beside its own."""

    def __init__(self, *settings):
        self.settings = settings

    def __enter__(self):
        self.bin = server_bin()
        said = subprocess.run([f"{self.bin}/postgres", "--version"], check=True, capture_output=True,
                              text=True).stdout
        self.major = int(re.search(r"[0-9]+", said).group())
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.mkdtemp(prefix="pgplumb-test.", dir=memory)
        run, uid = _unprivileged()
        if uid is not None:
            os.chown(self.folder, uid, -1)
        data = os.path.join(self.folder, "data")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": self.folder}
        subprocess.run(run + [f"{self.bin}/initdb", "-D", data, "--no-sync", "-A", "trust", "-U",
                              "postgres", "--locale", "C", "-E", "UTF8"], check=True, **quiet)
        self.log = open(os.path.join(tempfile.gettempdir(), f"pgplumb-test.{os.getpid()}.log"), "wb")
        options = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off",
                   "jit=off", "listen_addresses=", "max_connections=50", *self.settings]
        self.command = run + [f"{self.bin}/postgres", "-D", data, "-k", self.folder]
        for option in options:
            self.command += ["-c", option]
        self.start()
        return self

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL, cwd=self.folder)
        for _ in range(200):
            if self.psql("postgres", "-c", "select 1", check=False).returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError("the server did not start")

    def restart(self):
        """As after a crash of the server: sessions end at once, the log is replayed."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()
        self.start()

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()
        self.log.close()
        os.unlink(self.log.name)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database):
        """With a password that the server does not ask for, and that must never be seen."""
        return f"postgresql://postgres:{captured.IN_URL}@/{database}?host={self.folder}"

    def psql(self, database, *arguments, check=True, **more):
        command = [client("psql", self.bin), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h",
                   self.folder, "-U", "postgres", "-d", database, *arguments]
        return subprocess.run(command, check=check, capture_output=True, text=True, **more)

    def create(self, database, template="template0"):
        # Copying the files is four times as fast; before 15 there is no other way.
        how = "strategy file_copy" if self.major >= 15 else ""
        self.psql("postgres", "-c", f'drop database if exists "{database}" with (force)', "-c",
                  f'create database "{database}" template "{template}" {how}')

    def dump(self, database, *arguments):
        """pg_dump --schema-only, without what differs from run to run."""
        command = [client("pg_dump", self.bin), "--schema-only", "-h", self.folder, "-U", "postgres",
                   *arguments, database]
        text = subprocess.run(command, check=True, capture_output=True, text=True,
                              errors="surrogateescape").stdout
        return re.sub(r"(?m)^\\(un)?restrict .*\n", "", text)
