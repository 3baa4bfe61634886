"""The compose files run without Docker: every service a process, on a real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from deploy.local.postgres import binaries
from tests.integration.deploy.launched import Launched, alive, launched, until
from vangnet_verify.cli import main as verify

PLANS = "/plannen/api/v1"
SHAPES = ["feed", pytest.param("kafka", marks=pytest.mark.real_kafka)]
pytestmark = pytest.mark.real_postgres


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: PostgreSQL runs as somebody else, who has to get there."""
    if binaries() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no PostgreSQL here")
    made = Path(tempfile.mkdtemp(prefix="vangnet-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def begin(town: Launched) -> str:
    """A family with a plan in force; the plan's id."""
    plan = str(town.ask(f"{PLANS}/dossiers", {"gronden": ["onveilige-situatie"]})["planId"])
    at = f"{PLANS}/dossiers/{plan}"
    person = town.ask(f"{at}/personen", {"naam": "Stefan", "soort": "gezin"})["onderdelen"][0]
    agreement = {"wat": "Hij belt niet", "doel": "directe-veiligheid", "wie": [person]}
    town.ask(f"{at}/afspraken", {**agreement, "geldigVanaf": "2025-03-10"})
    town.ask(f"{at}/vaststellingen", {"pad": "acuut"})
    return plan


def informings(town: Launched, plan: str) -> object:
    """Whom notifications knows to be told about this plan."""
    try:
        return town.ask(f"/notificaties/api/v1/dossiers/{plan}/informeringen")["versies"]
    except (AssertionError, urllib3.exceptions.HTTPError):
        return None


@pytest.mark.parametrize("shape", SHAPES)
def test_an_act_in_one_process_is_known_in_another_and_nothing_stays_behind(
    shape: str, folder: Path
):
    """Also when a service was killed in between; and a second start finds everything again."""
    with launched(shape, folder) as town:
        plan = begin(town)
        assert until(lambda: informings(town, plan))
        started = town.processes()
        notifications = next(p for p, w in started.items() if w.endswith("serve notifications"))
        os.kill(notifications, signal.SIGKILL)
        second = begin(town)
        assert until(lambda: informings(town, second))
        started |= town.processes()
        assert town.stop() == 0
        assert [words for pid, words in started.items() if alive(pid)] == []
    if shape == "feed":  # With Kafka it takes a minute longer, and the databases are the same.
        with launched(shape, folder) as town:
            assert until(lambda: informings(town, plan))


def test_a_dossier_of_separate_processes_can_be_checked_within_a_minute(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Issue 5: signed by a process with its own login and keys, checked with what is published."""
    with launched("feed", folder) as town:
        plan = begin(town)
        path = f"{PLANS}/dossiers/{plan}/bewijsdossier"
        (tmp_path / "dossier.zip").write_bytes(until(lambda: town.download(path), 60.0))
        shown = town.public_keys()
        said = town.log_of("sign")
    assert len(set(shown.splitlines())) == len(shown.splitlines()) == 9
    (tmp_path / "keys.txt").write_text(shown)
    assert verify([str(tmp_path / "dossier.zip"), "--keys", str(tmp_path / "keys.txt")]) == 0
    assert "er ontbreekt er geen" in capsys.readouterr().out
    # Every log could be read and signed: of the access logs it is in no dossier.
    assert '"event":"ondertekenen"' not in said and '"event":"leider"' in said
