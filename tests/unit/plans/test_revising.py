"""Bottom lines: why they are there, other words for them, and the acute path (W0.8, W8.2, R18)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.plan.bottom_lines import BottomLine, BottomLines, SetBy
from services.plans.domain.plan.revising import ReviseBottomLine
from services.plans.domain.plan.versions import Path
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import (
    Family,
    activate,
    adjust,
    agree,
    bottom_line,
    concern,
    rhythm,
)
from tests.unit.plans.case import NOWHERE, at, day
from tests.unit.plans.test_papers import own

RHYTHM, LINE = "evaluatieritme-afspreken", "bodemeis-stellen"


def revise(item: UUID, *people: UUID, **more: Any) -> ReviseBottomLine:
    """Other words for a bottom line."""
    said = {"text": "Rust in huis", "reason": "Duidelijker", "for_people": people}
    return ReviseBottomLine(item=item, **said | more)


def only(family: Family) -> BottomLine:
    """The one that stands."""
    (line,) = family.case.state()[BottomLines].standing
    return line


def test_a_bottom_line_says_why_it_is_there() -> None:
    """W0.8: a reason, or the concerns that it answers; one without either is flagged."""
    family = Family()
    item = family.case.item(bottom_line(family.mirjam))
    assert "bodemeis-zonder-waarom" in family.case.flags()
    worry = family.case.item(concern())
    family.case.do(revise(item, family.mirjam, concerns=(worry,)))
    assert "bodemeis-zonder-waarom" not in family.case.flags()
    assert only(family).concerns == (worry,)
    family.case.do(bottom_line(family.mirjam, concerns=(worry,)))
    family.case.do(bottom_line(family.mirjam, reason="Norm"))
    assert "bodemeis-zonder-waarom" not in family.case.flags()


def test_a_concern_that_is_not_in_the_dossier_cannot_be_answered() -> None:
    """W0.8."""
    family = Family()
    wrong = bottom_line(family.mirjam, concerns=(NOWHERE,))
    assert family.case.refused(wrong) == {"bodemeis-zorg-onbekend"}
    item = family.case.item(bottom_line(family.mirjam))
    revised = revise(item, family.mirjam, concerns=(NOWHERE,))
    assert family.case.refused(revised) == {"bodemeis-zorg-onbekend"}


def test_a_revised_bottom_line_keeps_its_place_and_who_set_it_and_awaits_a_version() -> None:
    """W0.8: it is one thing, evaluated over time, and the family is told of the new words."""
    family = Family()
    item = family.case.item(bottom_line(family.mirjam, set_by=SetBy.VEILIG_THUIS))
    family.in_force()
    family.case.do(revise(item, family.mirjam))
    line = only(family)
    assert (line.item, line.set_by) == (item, SetBy.VEILIG_THUIS)
    assert line.words.content is not None
    assert line.words.content.text == "Rust in huis"
    assert family.case.pending == {item}
    family.case.do(adjust())
    assert own(family, family.mirjam) == [(1, 1), (2, 2)]
    assert own(family, family.stefan) == [(1, 1)]


def test_a_revised_bottom_line_stays_hidden_from_whom_it_was() -> None:
    """Domain 3.7: forgetting to say so again shows nothing."""
    family = Family()
    stefan = family.stefan
    item = family.case.item(bottom_line(family.mirjam, hidden_from=(stefan,)))
    family.case.do(revise(item, family.mirjam, stefan))
    assert not family.case.state()[Reaches].of[item].includes(stefan)


def test_only_a_standing_bottom_line_is_revised_and_not_before_it_was_set() -> None:
    """W0.8."""
    family = Family()
    assert family.case.refused(revise(NOWHERE, family.mirjam)) == {"bodemeis-onbekend"}
    item = family.case.item(bottom_line(family.mirjam))
    early = revise(item, family.mirjam, effective_at=at("2025-03-09 09:00"))
    assert family.case.refused(early) == {"bodemeis-voor-begin"}


def test_the_acute_path_asks_for_a_rhythm_within_seven_days() -> None:
    """W8.2, R18: flagged and due; on the regular path it was refused without one."""
    family = Family()
    family.case.do(agree(family.stefan))
    assert family.case.obligations(RHYTHM) == []
    family.case.do(activate(), "2025-03-10 16:30")
    assert "geen-evaluatieritme" in family.case.flags()
    [due] = family.case.obligations(RHYTHM)
    assert (due.due_at, due.rule) == (at("2025-03-17 23:00"), "R18")
    family.case.do(rhythm(), "2025-03-12 09:00")
    [due] = family.case.obligations(RHYTHM)
    assert due.settled is not None


def test_the_acute_path_asks_for_a_bottom_line_before_the_first_evaluation() -> None:
    """W0.8: due when the first evaluation begins, and within the seven days of R18."""
    family = Family()
    family.case.do(agree(family.stefan))
    family.case.do(activate(), "2025-03-10 16:30")
    assert family.case.obligations(LINE)[0].due_at == at("2025-03-17 23:00")
    family.case.do(rhythm(first_on=day("2025-03-14")))
    [due] = family.case.obligations(LINE)
    assert due.due_at == at("2025-03-13 23:00")
    family.case.do(bottom_line(family.mirjam), "2025-03-13 09:00")
    [due] = family.case.obligations(LINE)
    assert due.settled is not None
    assert not due.settled_late


def test_what_was_there_when_the_plan_came_into_force_is_not_owed() -> None:
    """W0.8, W8.2: nor on the regular path."""
    for path in Path:
        family = Family()
        for act in (agree(family.stefan), bottom_line(family.mirjam), rhythm()):
            family.case.do(act)
        family.case.do(activate(path))
        assert family.case.obligations(RHYTHM) == family.case.obligations(LINE) == []
