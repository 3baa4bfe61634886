"""The drills of docs/operating.md do what the page says, when they are pasted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.vangnet.conftest import original as original
from tests.integration.vangnet.conftest import plain_environment as plain_environment
from tests.integration.vangnet.family import PLANS, desk
from vangnet.cli import NAMES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "operating.md").read_text("utf-8")
PAGES = PAGE + (ROOT / "docs" / "proof.md").read_text("utf-8")
_SHELL = 'vangnet() { "$PYTHON" -m vangnet "$@"; }\n'


def drill(heading: str) -> tuple[str, str]:
    """The commands under a heading, and what they print."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    [commands] = re.findall(r"```sh\n(.*?)```", section, re.S)
    [printed] = re.findall(r"```text\n(.*?)```", section, re.S)
    return commands, printed


def pasted(commands: str, place: Path) -> list[str]:
    """What they print with ``/srv`` somewhere else."""
    environ = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    environ |= {"VAR": f"{place}/vangnet"}
    done = subprocess.run(
        ["bash", "-e"],
        input=_SHELL + commands.replace("/srv/", f"{place}/"),
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.replace(f"{place}/", "/srv/").splitlines()


def unlike(said: list[str], page: str) -> list[tuple[str, str]]:
    """Lines that are not what the page promises; there ``…`` stands for anything."""
    promised = page.splitlines()
    assert len(said) == len(promised), "\n".join(said)
    pattern = [re.escape(line).replace("…", ".+") for line in promised]
    pairs = zip(said, promised, pattern, strict=True)
    return [(line, told) for line, told, wanted in pairs if not re.fullmatch(wanted, line)]


@pytest.fixture
def srv(original, tmp_path: Path) -> Path:
    """A machine with the data of a family in ``vangnet``."""
    shutil.copytree(original.folder, tmp_path / "vangnet")
    return tmp_path


def test_the_drill_of_putting_everything_back(srv: Path) -> None:
    """Every quarter, on an empty folder."""
    commands, printed = drill("De oefening: terugzetten")
    assert unlike(pasted(commands, srv), printed) == []


def test_what_to_do_when_one_service_was_put_back(srv: Path, original) -> None:
    """The others stand still, say so, and go on after a rebuild."""
    first, _ = drill("De oefening: terugzetten")
    pasted("\n".join(first.splitlines()[:2]), srv)
    with desk(srv / "vangnet") as at:
        person = {"naam": "Noor", "soort": "gezin"}
        at.post(f"{PLANS}/dossiers/{original.plan_id}/personen", person)
        at.town.step_all()
    commands, printed = drill("Een dienst is teruggezet")
    assert unlike(pasted(commands, srv), printed) == []


def test_every_command_on_the_pages_exists() -> None:
    """Also where keys and proof are told of."""
    named = set(re.findall(r"`(?:[A-Z]+=\S+ )*vangnet ([a-z-]+)", PAGES))
    named |= set(re.findall(r"^(?:[A-Z]+=\S+ )*(?:\.venv/bin/)?vangnet ([a-z-]+)", PAGES, re.M))
    assert named - set(NAMES) == set()
    assert len(named) > 8


def test_the_page_can_be_read_at_a_sitting() -> None:
    """Whoever is called at night has no time for more."""
    assert len(PAGE.splitlines()) <= 400
