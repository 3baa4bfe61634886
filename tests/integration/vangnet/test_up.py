"""``vangnet up``: one process, one folder, and everything is there again after a stop."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.integration.vangnet.conftest import Run
from tests.integration.vangnet.process import SECONDS, Up, up

DOSSIERS = "/plannen/api/v1/dossiers"
DOSSIER = json.dumps({"gronden": ["onveilige-situatie"]}).encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the running town keeps its data."""
    return tmp_path_factory.mktemp("up") / "var"


@pytest.fixture(scope="module")
def town(folder: Path) -> Iterator[Up]:
    """A town that runs."""
    with up(folder) as running:
        yield running
        assert running.stop() == 0


def opened(town: Up) -> str:
    """Opens a dossier; its plan's id."""
    return str(json.loads(town.ask(DOSSIERS, town.token("werker"), DOSSIER))["planId"])


def test_ready_is_said_last_and_alone_with_the_address(town: Up):
    """A script waits for exactly that line; tokens stand above it, one per role."""
    assert town.lines[-1] == f"ready {town.address}"
    assert town.address.startswith("http://127.0.0.1:")
    assert sum(line.startswith("ready") for line in town.lines) == 1
    for role in ("werker", "collega", "leidinggevende", "inspecteur", "systeem"):
        assert town.token(role).count(".") == 2


def test_every_service_and_the_page_answer_at_that_address(town: Up):
    """By way of the real web server, which does not add its own name."""
    for base in ("plannen", "evaluaties", "notificaties"):
        assert town.ask(f"/{base}/api/v1/gereed") == b'{"status":"gereed"}'
    with urlopen(town.address, timeout=SECONDS) as page:
        assert page.headers["Content-Language"] == "nl"
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert page.headers.get_all("Server") == ["vangnet"]


def test_a_second_process_is_refused(
    town: Up, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    """It hears where the first one is, and leaves it alone; so do those that keep the data."""
    monkeypatch.setenv("VAR", str(folder))
    for words in (["up"], ["migrate"], ["rebuild"], ["dead-letters"]):
        second = run(*words)
        assert (second.exit_code, second.stdout) == (1, "")
        assert second.stderr.count("\n") == 1
        assert town.address in second.stderr and "Stop dat eerst" in second.stderr


def test_a_question_goes_to_the_town_that_runs(
    town: Up, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    """Nobody has to stop it to read a history."""
    monkeypatch.setenv("VAR", str(folder))
    shown = run("show", opened(town))
    assert shown.exit_code == 0, shown.stderr
    assert "Het dossier is geopend" in shown.stdout


def test_a_port_that_is_taken_is_named(
    town: Up, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    """With another to choose; two towns never share one without a word."""
    monkeypatch.setenv("VAR", str(tmp_path / "ander"))
    monkeypatch.setenv("PORT", town.address.rpartition(":")[2])
    result = run("up")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "al in gebruik" in result.stderr and "PORT=" in result.stderr


def test_whatever_way_it_stops_all_that_was_answered_is_there_again(tmp_path: Path):
    """Killed, or asked to by Ctrl-C or SIGTERM: then with exit code 0, and no log left behind."""
    plans = []
    for how in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
        with up(tmp_path) as town:
            found = json.loads(town.ask(DOSSIERS, town.token("werker")))["dossiers"]
            assert [dossier["planId"] for dossier in found] == plans
            plans.append(opened(town))
            assert town.stop(how) == (-how if how is signal.SIGKILL else 0)
        left = [path.name for path in tmp_path.rglob("*-wal")]
        assert (left == []) == (how is not signal.SIGKILL)
