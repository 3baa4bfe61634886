"""PostgreSQL's own programs on this machine: those of the server's version, or the next newer."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from shared.record.errors import SettingsError

INSTALLED = Path("/usr/lib/postgresql")
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


class Programs(msgspec.Struct, frozen=True):
    """A folder with ``pg_dump`` and ``pg_restore``, and what they run in."""

    folder: Path
    environ: Mapping[str, str]

    def run(self, program: str, address: str, *words: str) -> None:
        """Runs one on a database. Raises SettingsError with the first thing that it said."""
        plain, secret = _apart(address)
        command = [str(self.folder / program), f"--dbname={plain}", *words]
        done = subprocess.run(
            command, env={**self.environ, **secret}, capture_output=True, text=True, check=False
        )
        if done.returncode:
            said = (done.stderr.strip().splitlines() or ["niets"])[0]
            raise SettingsError(f"{program} is mislukt. Het zei: {said}")


def programs_for(address: str, environ: Mapping[str, str], installed: Path = INSTALLED) -> Programs:
    """The programs for the server at ``address``.

    A newer ``pg_restore`` may say what an older server does not understand, so the version
    nearest to the server's is taken. Raises SettingsError when there are none, or too old ones.
    """
    wanted = _server(address)
    found = {folder: _version(folder / "pg_dump") for folder in _folders(environ, installed)}
    if not found:
        raise SettingsError(
            f"pg_dump ontbreekt. Installeer postgresql-client-{wanted}, of zet het in PATH."
        )
    fit = [(version, folder) for folder, version in found.items() if version >= wanted]
    if not fit:
        raise SettingsError(
            f"pg_dump is van versie {max(found.values())} en de server van versie {wanted}. "
            f"Installeer postgresql-client-{wanted} of nieuwer."
        )
    return Programs(min(fit)[1], environ)


def _folders(environ: Mapping[str, str], installed: Path) -> Iterable[Path]:
    on_path = shutil.which("pg_dump", path=environ.get("PATH", ""))
    folders = [*sorted(installed.glob("*/bin")), *([Path(on_path).parent] if on_path else [])]
    return [each for each in folders if _has_all(each)]


def _has_all(folder: Path, names: Sequence[str] = ("pg_dump", "pg_restore")) -> bool:
    return all((folder / name).exists() for name in names)


def _version(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = _VERSION.search(said.stdout)
    return int(found[1]) if found else 0


def _server(address: str) -> int:
    try:
        with psycopg.connect(address) as connection:
            return connection.info.server_version // 10_000
    except psycopg.OperationalError as error:
        raise SettingsError(
            "PostgreSQL is niet bereikbaar. Controleer VANGNET_DATABASE, en of PostgreSQL draait."
        ) from error


def _apart(address: str) -> tuple[str, dict[str, str]]:
    # By the environment: anybody on the machine can read the words of a command.
    parts = conninfo_to_dict(address)
    password = parts.pop("password", None)
    return make_conninfo("", **parts), {} if password is None else {"PGPASSWORD": str(password)}
