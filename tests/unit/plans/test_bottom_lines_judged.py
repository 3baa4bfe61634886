"""Bottom lines with a day, and what was found about them between evaluations (W0.8)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.plan.bottom_lines import BottomLines, WithdrawBottomLine
from services.plans.domain.plan.bottom_lines_judged import Findings, JudgeBottomLine
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, bottom_line, close, good_enough, rhythm
from tests.unit.plans.case import NOWHERE, STRANGER, at, day


class Told:
    """Words in which nobody is named and every text is its field."""

    def name(self, person: object) -> str:
        """Somebody."""
        return "Fatma"

    def text(self, sealed: object, field: str) -> str:
        """The field."""
        return field


@pytest.fixture
def family() -> Family:
    """A family in which Isa has to see a doctor."""
    return Family()


def dated(family: Family) -> UUID:
    """That bottom line, with 28 March as its last day."""
    return family.case.item(bottom_line(family.mirjam, due_by=day("2025-03-28")))


def judged(family: Family, line: UUID, **more: Any) -> JudgeBottomLine:
    """Fatma finds that it is met."""
    said = {"met": True, "evidence": "Het briefje", "judged_by": family.fatma}
    return JudgeBottomLine(item=line, **said | more)


def owed(family: Family, now: str) -> list[tuple[bool, bool]]:
    """Of each such duty whether it is overdue, and whether it was settled late."""
    found = family.case.obligations("bodemeis-halen")
    return [(each.overdue(at(now)), each.settled_late) for each in found]


def test_a_bottom_line_with_a_day_is_owed_until_it_is_met(family: Family) -> None:
    """W0.8: due at the end of its last day, in time or late with evidence."""
    line = dated(family)
    assert owed(family, "2025-03-28 22:00") == [(False, False)]
    assert owed(family, "2025-03-28 23:00") == [(True, False)]
    family.case.do(judged(family, line), "2025-03-31 10:00")
    assert owed(family, "2025-04-01 10:00") == [(False, True)]


def test_a_bottom_line_without_a_day_is_owed_by_no_duty_of_its_own(family: Family) -> None:
    """W0.8: most hold as long as the plan does."""
    family.case.do(bottom_line(family.mirjam))
    assert owed(family, "2026-03-28 22:00") == []


def test_found_not_met_it_stays_owed(family: Family) -> None:
    """W0.8: what somebody tried is no evidence that it is so."""
    family.case.do(judged(family, dated(family), met=False), "2025-03-20 10:00")
    assert owed(family, "2025-04-01 10:00") == [(True, False)]


def test_withdrawn_or_closed_nobody_owes_it(family: Family) -> None:
    """W0.8, W0.6."""
    line = dated(family)
    family.case.do(WithdrawBottomLine(item=line, reason="Niet nodig"))
    assert owed(family, "2025-04-01 10:00") == [(False, False)]
    other = Family()
    dated(other)
    other.case.do(rhythm())
    other.in_force()
    other.case.do(good_enough())
    other.case.do(close())
    assert owed(other, "2025-04-01 10:00") == [(False, False)]


def test_what_was_found_stands_beside_the_bottom_line_for_nobody_of_the_family(
    family: Family,
) -> None:
    """W0.8, design 6: the bottom line itself does not change."""
    line = dated(family)
    family.case.do(judged(family, line))
    (found,) = family.case.state()[Findings].of[line]
    assert (found.met, found.judged_by) == (True, family.fatma)
    assert not family.case.state()[Reaches].of[found.item].includes(family.mirjam)
    assert [each.item for each in family.case.state()[BottomLines].standing] == [line]


def test_only_a_bottom_line_that_holds_is_judged_by_somebody_of_the_dossier(
    family: Family,
) -> None:
    """W0.8, W7.1: `bodemeis-onbekend`, `persoon-onbekend`."""
    assert family.case.refused(judged(family, NOWHERE)) == {"bodemeis-onbekend"}
    stranger = judged(family, dated(family), judged_by=STRANGER)
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_the_history_tells_what_was_found_and_by_which_day(family: Family) -> None:
    """W0.8: in sentences."""
    (made,) = family.case.do(bottom_line(family.mirjam, due_by=day("2025-03-28")))
    assert "Uiterlijk 28-03-2025." in catalogue.sentences[type(made)](made, Told())
    for met, said in ((True, " is gehaald"), (False, " is niet gehaald")):
        (found,) = family.case.do(judged(family, made.item, met=met))
        assert said in catalogue.sentences[type(found)](found, Told())
