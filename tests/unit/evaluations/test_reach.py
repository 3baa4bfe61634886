"""Who may see what of evaluations and incidents."""

from typing import Any
from uuid import UUID

import pytest

from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.sitting.answering import AnswerQuestion
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Absent, Manner
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.access.gate import Sight
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Compartment, Sealed
from tests.unit.evaluations.case import (
    B1,
    ELS,
    MIRJAM,
    NOOR,
    STEFAN,
    WORKER,
    Case,
    assess,
    family,
    person,
    rate,
    start,
)

HELD = "2025-03-14 10:00"


class Closed:
    """An opener without keys: what exists for whom is decided before anything is opened."""

    def open(self, sealed: Sealed[Any]) -> Any:
        """Nothing."""

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """None."""


def sight(case: Case, actor: Actor) -> Sight:
    """What somebody may see of the case, now."""
    return Sight(actor, case.state()[Reaches].of, Closed())


def seen_by(case: Case, item: UUID) -> set[UUID]:
    """The people for whom an item exists; it always does for a worker."""
    assert sight(case, WORKER).sees(item)
    return {who for who in (MIRJAM, STEFAN, ELS, NOOR) if sight(case, person(who)).sees(item)}


def test_a_rating_is_its_own_persons():
    """S6.3: each person separately."""
    case = family()
    [rated] = case.do(rate(start(case, HELD), ELS, 4))
    assert seen_by(case, rated.item) == {ELS}


def test_what_is_hidden_from_somebody_does_not_exist_for_them():
    """Design 6: ``hidden_from`` wins, over one's own item too."""
    case = family()
    [rated] = case.do(rate(start(case, HELD), ELS, 4, hidden_from=(ELS,)))
    assert seen_by(case, rated.item) == set()


@pytest.mark.parametrize(("holder", "seen"), [(ELS, {ELS}), (None, set())])
def test_an_answer_is_its_holders(holder: UUID | None, seen: set[UUID]):
    """S7.4: what nobody in particular said is not for everybody."""
    case = family()
    act = AnswerQuestion(
        evaluation=start(case, HELD), question=Question.GOING_WELL, text="x", holder=holder
    )
    [answered] = case.do(act)
    assert seen_by(case, answered.item) == seen


def test_an_evaluation_exists_for_who_took_part_or_was_heard():
    """W8.1: not for who was kept out of it for somebody's safety."""
    case = family()
    absent = (
        Absent(STEFAN, AbsenceReason.FOR_SAFETY),
        Absent(NOOR, AbsenceReason.UNABLE, heard_otherwise=True),
    )
    act = StartEvaluation(
        plan_version=1, manner=Manner.DELIBERATION, participants=(MIRJAM,), absent=absent
    )
    [started] = case.do(act, HELD)
    assert seen_by(case, started.evaluation) == {MIRJAM, NOOR}


def test_an_assessment_is_for_professionals():
    """W8.1: what was found of an agreement is not for everybody whom it concerns."""
    case = family()
    [assessed] = case.do(assess(start(case, HELD), B1))
    assert seen_by(case, assessed.assessment) == set()


def test_an_incident_is_its_reporters():
    """W9.1: the children who were there are not told by it."""
    case = family()
    act = ReportIncident(what="x", children_present=(NOOR,))
    [reported] = case.do(act, HELD, person(ELS))
    assert seen_by(case, reported.incident) == {ELS}
