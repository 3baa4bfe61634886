"""Every act of every service, done out of sight, changes no byte of what anybody else can ask."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.integration.privacy import visible
from tests.integration.privacy.household import Household
from tests.integration.privacy.test_hidden_deeds import KEYS, answer, noticed, paths
from tests.integration.privacy.unseen import everything
from tests.integration.whole.village import START, Village
from vangnet.assembly import CATALOGUES

# What everybody in the plan may know, and what befalls a message to somebody else on its way:
# to a person there is one view of messages, and it holds their own.
NO_SECRET = {
    # A dossier that is destroyed is there for nobody any more.
    *("plan.dossier-destroyed", "evaluation.dossier-destroyed"),
    "notification.dossier-destroyed",
    *("plan.dossier-opened", "plan.activated", "plan.closed", "plan.follow-up-checked"),
    *("notification.notice-sent", "notification.notice-bounced", "notification.retry-asked"),
}

ATTACKERS = ("stefan", "els", "bas")
# Every view that a person has.
VIEWS = {
    *("veiligheidsplan", "versies", "personen", "taken", "noodplan", "instemming", "zorgen"),
    *("risico-uitspraken", "netwerk", "genogram.svg", "sociogram.svg", "evaluaties", "voorvallen"),
    *("tijdlijn", "niet-nakomen", "waarnemingen", "kinderen", "berichten", "vergelijking"),
}
# What was said in an evaluation is said; a later one has a page of its own.
OF_THEN = "vergelijking"
MOMENTS = [START + timedelta(days=days) for days in (1, 2, 3)]
QUERIES = ("", *(f"?{key}={at:%Y-%m-%dT%H:%M:%SZ}" for key in KEYS for at in MOMENTS[:2]))
UUIDS = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PARTS_OF_A_SECOND = re.compile("(?<=:[0-9]{2})[.][0-9]{6}(?=Z)")
Question = tuple[str, int, str, str]


def recorded(home: Household) -> list[str]:
    """The topics of everything that was recorded, in the order of each service."""
    services = home.village.town.services
    plan = UUID(home.plan_id)
    return [r.event.TOPIC for s in services for r in s.acting.record.of_plan(plan)]


@pytest.fixture
def found(home: Household) -> dict[str, str]:
    """The ids that paths ask for, of a dossier that everybody has something to read in."""
    return visible.lived(home)


def test_no_act_that_is_done_out_of_sight_is_noticed(
    home: Household, found: dict[str, str]
) -> None:
    """Design 6: every event that there can be, and every GET there is, now and at other moments."""
    attackers, before = visible.read_by_all(home), Counter(recorded(home))
    assert noticed(home, lambda home: everything(home, *attackers), *attackers, found=found) == []
    done = set(Counter(recorded(home)) - before)
    assert set().union(*(each.events for each in CATALOGUES.values())) - done == NO_SECRET


@pytest.mark.parametrize("attacker", ATTACKERS)
def test_what_is_done_in_sight_is_noticed(
    home: Household, found: dict[str, str], attacker: str
) -> None:
    """The test above can fail, for each of them and in every view that they have."""
    person = getattr(home, attacker)
    told = noticed(home, visible.more, person, found=found)
    asked = {question.partition("?")[0].rpartition("/")[2] for _, question in told}
    assert asked >= VIEWS - {OF_THEN}


class Ticking(Household):
    """A household in which every act has a moment of its own."""

    def post(self, service: str, path: str, body: Any, **headers: str) -> Any:
        """An act by the worker, a second later than the last one."""
        self.later(seconds=1)
        return super().post(service, path, body, **headers)


def world(folder: Path, hidden: bool) -> dict[Question, tuple[int, str]]:
    """What all three read at last, with or without everything that is hidden from them before."""
    folder.mkdir()
    with Village(folder) as village:
        home = Ticking(village)
        found = visible.lived(home)
        village.clock.set(MOMENTS[0])
        if hidden:
            everything(home, *visible.read_by_all(home))
        village.clock.set(MOMENTS[1])
        visible.more(home)
        village.clock.set(MOMENTS[2])
        found["<uuid:evaluatieId>"] += f" {home.evaluation}"
        asked = list(enumerate(paths(home, found)))
        return {
            (name, number, neutral(path), query): read(home, getattr(home, name), path + query)
            for name in ATTACKERS
            for number, path in asked
            for query in QUERIES
        }


def read(home: Household, person: str, question: str) -> tuple[int, str]:
    """Status and body, which two worlds with other ids can have in common."""
    status, _, body = answer(home, person, question)
    return status, neutral(body.decode())


def neutral(text: str) -> str:
    """The same text with ids that are numbered in the order in which they are read.

    A simulated clock goes on a microsecond at every look, whoever looks: seconds are compared.
    """
    order: dict[str, str] = {}
    text = PARTS_OF_A_SECOND.sub("", text)
    return UUIDS.sub(lambda found: order.setdefault(found[0], f"id-{len(order)}"), text)


def test_what_follows_something_hidden_is_told_as_if_it_had_not_been(tmp_path: Path) -> None:
    """Design 6: two worlds; no number, gap, order, count or moment in the later one tells."""
    plain, secretive = world(tmp_path / "a", hidden=False), world(tmp_path / "b", hidden=True)
    assert [key for key, told in plain.items() if told != secretive[key]] == []
    answered = {
        path.rpartition("/")[2] for (_, _, path, _), told in plain.items() if told[0] == 200
    }
    assert answered >= VIEWS
