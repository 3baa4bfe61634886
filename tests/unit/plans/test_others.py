"""Asking other services at one K: clocks that differ, and what cannot be had (ADR 23)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from services.plans.api.others import EVALUATIONS, NOTIFICATIONS, Missing, NotHad, Others
from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment
from shared.service.neighbour import Answer, Ask, Unreachable
from shared.web.fields import in_zulu
from shared.web.view import Reading

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PATH = "/dossiers/x/vragen/2"


class Service:
    """Another service, whose clock is not ours; ``recorded``: when each of its facts was."""

    def __init__(self, clock: datetime, *recorded: datetime) -> None:
        self.clock, self.recorded = clock, list(recorded)
        self.asked: list[str] = []

    def __call__(self, path: str) -> Answer:
        """What it knows at K, or that K is yet to come."""
        self.asked.append(path)
        query = {key: value for key, (value,) in parse_qs(urlsplit(path).query).items()}
        known, newest = query.get("beschikbaarOp"), max([self.clock, *self.recorded])
        at = newest if known is None else datetime.fromisoformat(known)
        if at > newest:
            wrong = {"name": "beschikbaarOp", "code": "future", "reason": "Later."}
            return Answer(400, {"invalidParams": [wrong]})
        counted = [in_zulu(each) for each in self.recorded if each <= at]
        return Answer(200, {"feiten": counted, "tijdreis": {"beschikbaarOp": in_zulu(at)}})


class Busy(Service):
    """One whose clock passes ours, and that records something, right after it is asked."""

    def __call__(self, path: str) -> Answer:
        """The answer is of before that."""
        answer = super().__call__(path)
        self.clock, self.recorded = NOW + SECOND, [*self.recorded, NOW + SECOND]
        return answer


def facts(service: Ask, known: datetime) -> Any:
    """What it says at K."""
    said = Others({EVALUATIONS: service}).at(EVALUATIONS, PATH, Moment(known, known))
    return said.content["feiten"]


def test_a_service_is_cut_at_the_same_k() -> None:
    """What it recorded later is not in its part."""
    service = Service(NOW, NOW - 3 * SECOND, NOW - SECOND)
    assert facts(service, NOW - 2 * SECOND) == [in_zulu(NOW - 3 * SECOND)]
    assert len(service.asked) == 1


def test_a_service_whose_clock_is_behind_gives_all_that_it_has() -> None:
    """To it K is in the future; whatever it has is from before K."""
    service = Service(NOW - 5 * SECOND, NOW - 6 * SECOND)
    assert facts(service, NOW) == [in_zulu(NOW - 6 * SECOND)]
    assert all("geldigOp" in each for each in service.asked)


def test_what_it_records_meanwhile_after_k_does_not_come_along() -> None:
    """Its clock passes K between two questions: then it no longer refuses, and is cut at K."""
    service = Busy(NOW - SECOND, NOW - 2 * SECOND)
    assert facts(service, NOW) == [in_zulu(NOW - 2 * SECOND)]
    assert len(service.asked) == 3


def away(path: str) -> Answer:
    """A service that does not answer."""
    raise Unreachable("weg")


@pytest.mark.parametrize(
    ("asks", "reason"),
    [
        ({}, "niet bekend waar"),
        ({EVALUATIONS: away}, "geen antwoord"),
        ({EVALUATIONS: lambda path: Answer(404, {})}, "nog niet"),
        ({EVALUATIONS: lambda path: Answer(503, {})}, "status 503"),
        ({EVALUATIONS: lambda path: Answer(400, {})}, "status 400"),
    ],
)
def test_what_cannot_be_had_is_named_with_the_reason(asks: dict[str, Ask], reason: str) -> None:
    """In Dutch, once, by the name that the service has on the wire."""
    missing, others = Missing(), Others(asks)
    for _ in range(2):
        assert others.had(EVALUATIONS, PATH, Moment(NOW, NOW), missing) is None
    (named,) = missing.named
    assert named["service"] == "evaluaties"
    assert reason in named["reason"]


@pytest.mark.parametrize(
    ("followed", "reason"),
    [
        ([], None),
        ([{"dienst": "plannen", "nogNietGevolgd": 0}], None),
        ([{"dienst": "plannen", "nogNietGevolgd": 3}], "nog niet alles gevolgd wat plannen"),
        ([{"dienst": "plannen"}], "niet te zeggen"),
    ],
)
def test_a_part_that_lacks_what_its_service_had_not_heard_of_is_named_too(
    followed: list[dict[str, Any]], reason: str | None
) -> None:
    """What it does say is there all the same."""
    body = {"feiten": [], "tijdreis": {"beschikbaarOp": in_zulu(NOW), "gevolgd": followed}}
    missing, others = Missing(), Others({EVALUATIONS: lambda path: Answer(200, dict(body))})
    assert others.had(EVALUATIONS, PATH, Moment(NOW, NOW), missing) == {"feiten": []}
    assert [reason in each["reason"] for each in missing.named if reason] == [True] * bool(reason)
    assert len(missing.named) == (reason is not None)


def reading(valid: datetime | None = None, known: datetime | None = None) -> Reading:
    """A question at our own moment."""
    actor = Actor("inspecteur", "inspector")
    moment = Moment(valid or NOW, known or NOW)
    asked = valid is not None or known is not None
    return Reading(actor, UUID(int=1), {}, {}, moment, asked, valid, known, NOW)


def pair(asked: Reading, asks: dict[str, Any]) -> Moment:
    """The moments that a question is answered at."""
    return Others(asks).pair(asked, [EVALUATIONS, NOTIFICATIONS], PATH)


def test_without_moments_it_is_the_newest_that_anybody_has() -> None:
    """A clock that is ahead, or stands still, hides nothing that was recorded just now."""
    ahead = Service(NOW, NOW + SECOND)
    expected = Moment(NOW + SECOND, NOW + SECOND)
    assert pair(reading(), {EVALUATIONS: ahead, NOTIFICATIONS: Service(NOW)}) == expected


def test_nobody_is_asked_how_far_they_are_when_both_moments_are_given() -> None:
    """The answer is for those moments, whoever else knows more."""
    service = Service(NOW, NOW + SECOND)
    asked = reading(NOW - SECOND, NOW - SECOND)
    assert pair(asked, {EVALUATIONS: service}) == asked.moment
    assert service.asked == []


@pytest.mark.parametrize("answer", [away, lambda path: Answer(404, {})])
def test_who_cannot_be_asked_does_not_count(answer: Ask) -> None:
    """Then our own newest moment is the newest."""
    assert pair(reading(), {EVALUATIONS: answer}) == Moment(NOW, NOW)


def test_a_reason_reads_as_a_sentence() -> None:
    """It goes out as it is."""
    with pytest.raises(NotHad) as missing:
        Others({}).at(NOTIFICATIONS, PATH, Moment(NOW, NOW))
    assert missing.value.reason[0].isupper()
    assert missing.value.reason.endswith(".")
