"""Three services in one process: they follow one another, and close well."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from shared.access.role import Role
from tests.integration.vangnet.conftest import Family
from tests.integration.vangnet.family import EVALUATIONS, PLANS, desk
from vangnet.assembly import SERVICES

SECONDS = 5.0


def wait_until(true: Callable[[], bool]) -> None:
    """Waits for what happens in another thread, for as long as that may take."""
    until = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_what_plans_records_is_followed_by_the_others(family: Family):
    """``step_all`` goes on until nothing moves; then nobody is behind."""
    with desk(family.folder) as at:
        at.agree(family.plan_id, family.stefan)
        at.town.step_all()
        last = at.town.by_name["plans"].source.read(0, 1).last
        for name in ("evaluations", "notifications"):
            inbox = at.town.by_name[name].inbox
            assert inbox is not None and inbox.place("plans").position == last > 0


def test_threads_follow_by_themselves_and_are_gone_after_close(family: Family):
    """Which is what ``vangnet up`` does."""
    with desk(family.folder) as at:
        at.town.start()
        at.agree(family.plan_id, family.stefan)
        inbox = at.town.by_name["notifications"].inbox
        last = at.town.by_name["plans"].source.read(0, 1).last
        assert inbox is not None
        wait_until(lambda: inbox.place("plans").position == last)
    leftover = [path.name for path in family.folder.rglob("*-wal")]
    assert leftover == []


def test_a_timeline_names_people_as_plans_lets_the_reader_know_them(family: Family):
    """The other service asks plans with the reader's own token: who may not know a name gets none.

    Els is hidden from Stefan; what she reported is not.
    """
    with desk(family.folder) as at:
        plan = f"/dossiers/{family.plan_id}"
        els = {"naam": "Els", "soort": "netwerk", "verborgenVoor": [str(family.stefan)]}
        reporter = at.post(f"{PLANS}{plan}/personen", els)["onderdelen"][0]
        at.town.step_all()
        at.post(f"{EVALUATIONS}{plan}/voorvallen", {"wat": "Er was ruzie", "melder": reporter})
        timeline = f"{EVALUATIONS}{plan}/tijdlijn"
        assert "Els meldt een voorval" in str(at.get(timeline))
        assert "Els" not in str(at.get(timeline, Role.PERSON, family.stefan))


def test_closing_twice_is_closing(family: Family):
    """Whoever cleans up need not know who did before."""
    with desk(family.folder) as at:
        at.town.close()
        at.town.close()


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_answers_at_its_own_address(family: Family, service: str):
    """Through the front door."""
    with desk(family.folder) as at:
        base = at.town.by_name[service].base_path
        assert at.get(f"{base}/gereed") == {"status": "gereed"}
        assert at.get(f"{base}/openapi.json")["servers"] == [{"url": base}]
