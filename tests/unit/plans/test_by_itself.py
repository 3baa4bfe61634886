"""What begins, ends or changes because a day came: it counts in a difference too (3.10)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.erasing.holding import LiftHold, PlaceHold
from services.plans.domain.family.people import People
from services.plans.domain.together.assigning import AssignTask
from shared.eventbase.doing import Actor
from shared.eventbase.passing import Passed, between
from tests.unit.plans.acts import Family, add, agree, qualified
from tests.unit.plans.case import at, day
from tests.unit.plans.test_measures import impose, move

CHIEF = Actor("karin", "supervisor")


class Words:
    """Content in the clear, and the names that people were added under."""

    def __init__(self, family: Family) -> None:
        self._people = family.case.state()[People].all

    def name(self, person: UUID | None) -> str:
        """Their name."""
        content = self._people[person].details.content if person in self._people else None
        return content.name if content is not None else "iemand"

    def names(self, people: Any) -> str:
        """Theirs."""
        return " en ".join(map(self.name, people))

    def text(self, sealed: Any, field: str) -> str:
        """What it says."""
        found = getattr(sealed.content, field, None)
        return "" if found is None else str(found)


def passed(family: Family, one: str, other: str) -> list[tuple[Passed, str]]:
    """What came by itself between two moments, as it is known now."""
    found = catalogue.passings(family.case.state(), Words(family))
    return [(each.passed, each.sentence) for each in between(found, at(one), at(other))]


def test_an_agreement_begins_and_ends_on_its_days() -> None:
    """S6.6: both days count; what began at once was no surprise to anybody."""
    family = Family()
    days = {"valid_from": day("2025-03-20"), "valid_until": day("2025-03-25")}
    family.case.do(agree(family.stefan, what="Niet bellen", **days))
    family.case.do(agree(family.stefan, what="Nuchter"))
    whole = passed(family, "2025-03-10 00:00", "2025-03-30 00:00")
    assert whole == [
        (Passed.BEGAN, "De afspraak met Stefan (Niet bellen) ging vanzelf in op 20-03-2025."),
        (Passed.ENDED, "De afspraak met Stefan (Niet bellen) liep vanzelf af op 25-03-2025."),
    ]
    assert passed(family, "2025-03-19 22:59", "2025-03-19 23:00") == whole[:1]
    assert passed(family, "2025-03-25 22:59", "2025-03-25 23:00") == whole[1:]
    assert passed(family, "2025-03-25 23:00", "2025-03-25 22:59") == whole[1:]
    assert passed(family, "2025-03-20 00:00", "2025-03-25 22:00") == []


def test_a_task_ends_with_its_last_day() -> None:
    """W7.1: a task of an agreement that stands."""
    family = Family()
    promised = family.case.item(agree(family.stefan))
    task = AssignTask(
        agreement=promised,
        party=family.mirjam,
        task="Meelezen",
        valid_from=day("2025-03-10"),
        valid_until=day("2025-03-14"),
    )
    family.case.do(task)
    ended = (Passed.ENDED, "De taak van Mirjam (Meelezen) liep vanzelf af op 14-03-2025.")
    assert ended in passed(family, "2025-03-14 12:00", "2025-03-15 12:00")


def test_a_child_gets_rights_on_a_birthday() -> None:
    """R41: 12, 16 and 18, at the beginning of the day in the Netherlands."""
    family = Family()
    family.case.do(add("Noor", birth_date=day("2013-04-09")))
    assert passed(family, "2025-04-08 21:59", "2025-04-08 22:00") == [
        (Passed.CHANGED, "Noor werd 12 op 09-04-2025 en beslist vanaf dan mee over hulp.")
    ]
    later = [told for _, told in passed(family, "2026-01-01 00:00", "2032-01-01 00:00")]
    assert later == [
        "Noor werd 16 op 09-04-2029 en beslist vanaf dan zelf over hulp.",
        "Noor werd 18 op 09-04-2031 en is vanaf dan volwassen.",
    ]


def test_an_order_ends_when_it_was_last_decided_to() -> None:
    """R16: an extension moves the end; the first end is none any more."""
    family = Family()
    order = family.case.item(impose(family))
    family.case.do(move(order, "2025-04-05 21:40"), "2025-03-18 10:00")
    assert passed(family, "2025-04-01 00:00", "2025-05-01 00:00") == [
        (
            Passed.ENDED,
            "Een tijdelijk huisverbod voor Stefan liep vanzelf af op 05-04-2025 23:40.",
        )
    ]


def test_a_registration_and_a_hold_end_with_their_last_days() -> None:
    """R48, R43: unless the hold was lifted before."""
    family = Family()
    family.case.do(qualified("Karin", "2025-06-30"))
    hold = PlaceHold(reason="Klacht", until=day("2025-06-30"))
    placed = family.case.item(hold, actor=CHIEF)
    told = [told for _, told in passed(family, "2025-06-30 12:00", "2025-07-01 12:00")]
    assert told == [
        "De registratie van Karin liep vanzelf af op 30-06-2025.",
        "Het bewaarbevel liep vanzelf af op 30-06-2025.",
    ]
    family.case.do(LiftHold(hold=placed, reason="Voorbij"), actor=CHIEF)
    assert len(passed(family, "2025-06-30 12:00", "2025-07-01 12:00")) == 1
