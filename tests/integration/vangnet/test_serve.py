"""``vangnet serve``: three processes on one machine follow one another over HTTP."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from shared.access.role import Role
from tests.integration.vangnet.apart import BASES, Apart, on_files, wait_until
from tests.integration.vangnet.conftest import Run
from vangnet.assembly import SERVICES
from vangnet.hosting.lock import locked, locked_service
from vangnet.keeping import watched
from vangnet.settings import read_settings
from vangnet.transport.lag import Lag, lags

FEED = "/interne-gebeurtenissen"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    """All three, running."""
    with on_files(tmp_path_factory.mktemp("apart") / "var") as services:
        services.start()
        yield services


@pytest.fixture
def here(three: Apart, monkeypatch: pytest.MonkeyPatch) -> Apart:
    """Those, and the command line pointed at them."""
    for name, value in three.settings.items():
        monkeypatch.setenv(name, value)
    return three


def behind(services: Apart) -> list[Lag]:
    """How far everybody is."""
    with watched(read_settings(services.settings)) as found:
        return list(lags(found))


def last(services: Apart) -> int:
    """The last position of plans."""
    answer = services.status("plans", f"{FEED}?na=0&aantal=1", services.token(Role.SERVICE))[1]
    return int(json.loads(answer)["laatste"])


def followed(services: Apart) -> bool:
    """Whether everybody that follows plans is where plans is."""
    end = last(services)
    return end > 0 and all(lag.position == end for lag in behind(services) if lag.source == "plans")


def test_on_files_each_signs_what_it_records_itself(here: Apart, run: Run) -> None:
    """Nobody else can have its files open (ADR 10): the keys are there as soon as it runs."""
    signed = Path(here.settings["VAR"]) / "signer"
    wait_until(lambda: len(list(signed.glob("*-record.json"))) == len(SERVICES))
    assert len(run("keys").output.splitlines()) == 3 * len(SERVICES)


def test_plans_asks_the_others_for_whoever_reads(three: Apart) -> None:
    """Domain 3.10: over HTTP, with the reader's own token."""
    plan, _ = three.begin()
    wait_until(lambda: followed(three))
    token = three.token(Role.INSPECTOR)
    for number in (2, 5, 10):
        status, said = three.status("plans", f"/dossiers/{plan}/vragen/{number}", token)
        assert (status, json.loads(said)["nietGekregen"]) == (200, []), said


def test_an_act_is_followed_within_a_moment(three: Apart) -> None:
    """By both, over HTTP: long before the next long poll would have ended by itself."""
    plan, stefan = three.begin()
    wait_until(lambda: followed(three))
    began = time.monotonic()
    three.agree(plan, stefan)
    wait_until(lambda: followed(three))
    assert time.monotonic() - began < 5
    assert (
        three.status("evaluations", f"/dossiers/{plan}/tijdlijn", three.token(Role.WORKER))[0]
        == 200
    )


@pytest.mark.parametrize("killed", ["plans", "evaluations"])
def test_after_a_kill_it_goes_on_where_it_was(three: Apart, killed: str) -> None:
    """Whether those are followed, or follow: nothing is lost and nothing is taken twice."""
    plan, stefan = three.begin()
    three.kill(killed)
    if killed != "plans":
        three.agree(plan, stefan)
    three.start(killed)
    three.agree(plan, stefan)
    wait_until(lambda: followed(three))
    assert [(lag.parked, lag.alarm) for lag in behind(three)] == [(0, None)] * 3


@pytest.mark.parametrize("service", BASES)
def test_the_internal_feed_is_for_services_with_a_sound_token(three: Apart, service: str) -> None:
    """No token, a wrong one, one that ended: 401, the same each time; another role: 403."""
    sound = three.token(Role.SERVICE)
    ended = three.token(Role.SERVICE, timedelta(hours=-1))
    wrong = sound[:-20] + ("A" * 20)
    refused = [three.status(service, f"{FEED}?na=0", each) for each in (None, ended, wrong, "x")]
    refused.append(three.status(service, "/gebeurtenissen", None))
    assert {status for status, _ in refused} == {401}
    assert len(set(refused)) == 1
    others = [three.status(service, FEED, three.token(r)) for r in (Role.WORKER, Role.SUPERVISOR)]
    assert {status for status, _ in others} == {403}
    assert three.status(service, FEED, sound)[0] == 200


def test_one_process_per_service_and_none_beside_all(here: Apart, run: Run) -> None:
    """And whoever asks a question is sent to the processes that run."""
    for words in (["serve", "plans"], ["up"], ["migrate"], ["migrate", "plans"], ["rebuild"]):
        second = run(*words)
        assert (second.exit_code, second.stdout) == (1, ""), words
        assert "Stop dat eerst" in second.stderr
    plan, _ = here.begin()
    shown = run("show", plan)
    assert shown.exit_code == 0, shown.stderr
    assert "Het dossier is geopend" in shown.stdout


def test_lag_is_told_while_they_run(here: Apart, run: Run) -> None:
    """Of every service and each that it follows."""
    here.begin()
    wait_until(lambda: followed(here))
    shown = run("lag").stdout.splitlines()
    assert [line.split(":")[0] for line in shown] == [
        "evaluations volgt plans",
        "notifications volgt plans",
        "notifications volgt evaluations",
    ]
    assert all("0 achter, 0 geparkeerd" in line for line in shown)


def test_a_stop_is_graceful_and_a_stopped_service_can_be_rebuilt(here: Apart, run: Run) -> None:
    """Exit code 0, quickly though it waits for news; rebuilt over HTTP from those that run on."""
    here.begin()
    wait_until(lambda: followed(here))
    began = time.monotonic()
    assert here.up["notifications"].stop(signal.SIGTERM) == 0
    assert time.monotonic() - began < 5
    rebuilt = run("rebuild", "--service", "notifications")
    assert rebuilt.exit_code == 0, rebuilt.stderr
    assert rebuilt.stdout.count("gelijk") == 2
    here.start("notifications")


def test_all_of_it_is_refused_while_one_process_has_all(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As ``vangnet up`` has; and one service leaves the others free."""
    monkeypatch.setenv("VAR", str(tmp_path))
    with locked(tmp_path):
        assert "Stop dat eerst" in run("serve", "plans").stderr
    with locked_service(tmp_path, "plans"), locked_service(tmp_path, "evaluations"):
        assert "Stop dat eerst" in run("up").stderr
        assert run("migrate", "notifications").exit_code == 0


def test_a_service_that_does_not_know_where_to_look_says_so(run: Run) -> None:
    """With the setting that it needs."""
    result = run("serve", "notifications")
    assert result.exit_code == 1
    assert "VANGNET_PLANS_URL=http://plans:8080" in result.stderr
