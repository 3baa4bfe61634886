"""An evaluation, at the exact edges: what is missing, and who is meant."""

from __future__ import annotations

import msgspec
import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.between.owed import CONTACT
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.followed.course_events import PlacedElsewhere
from services.evaluations.domain.followed.events import PlanEnded
from services.evaluations.domain.followed.values import ItemKind
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import (
    AbsenceReason,
    Absent,
    Evaluations,
    judged_items,
)
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.obligation import Obligation
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    ITEMS,
    MIRJAM,
    Case,
    Manner,
    at,
    family,
    rate,
    start,
    uid,
    version,
)
from tests.unit.evaluations.test_breaches import with_consequence


def owed(case: Case, duty: str) -> list[Obligation]:
    """What is or was owed of one duty."""
    return [each for each in case.obligations() if each.duty == duty]


@pytest.mark.parametrize(("value", "off"), [(-1, True), (0, False), (10, False), (11, True)])
def test_a_rating_is_from_nought_to_ten(value: int, off: bool) -> None:
    """S7.4: both ends too."""
    case = family()
    evaluation = start(case, "2025-03-14 10:00")
    if off:
        assert case.refused(rate(evaluation, ELS, value))
    else:
        case.do(rate(evaluation, ELS, value))


def test_what_is_missing_cites_its_paragraph() -> None:
    """R21: as every rule does."""
    case = family()
    start(case, "2025-03-14 10:00")
    state = case.state()
    [evaluation] = state[Evaluations].all.values()
    assert {each.paragraph for each in missing(state, evaluation)} == {"S7.4", "W8.1"}


def test_whoever_was_heard_otherwise_was_in_contact() -> None:
    """R37: of the family; who was absent and not heard, was not."""
    for otherwise in (True, False):
        case = family()
        absent = Absent(MIRJAM, AbsenceReason.UNABLE, otherwise)
        held = StartEvaluation(
            plan_version=1, manner=Manner.SEPARATELY, participants=(FATMA,), absent=(absent,)
        )
        case.do(held, "2025-03-14 10:00")
        assert (len(owed(case, CONTACT)) == 2) is otherwise


def test_who_is_not_of_the_dossier_and_says_so_is_described() -> None:
    """W9.1, W9.2: in the words of who typed it in."""
    case = with_consequence()
    neighbour = {"what": "Geschreeuw", "reporter_description": "De buurvrouw"}
    [incident] = case.do(ReportIncident(where="Buiten", **neighbour))
    [breach] = case.do(ReportBreach(agreement=A1, **neighbour))
    assert incident.words.content.reporter_description == "De buurvrouw"
    assert breach.words.content.reporter_description == "De buurvrouw"


def test_what_is_elsewhere_is_judged_once_and_in_one_order() -> None:
    """W10.4: an agreement that is there too is judged as what it is; the rest by their ids."""
    case = family()
    for item in (uid(114), uid(107), uid(100), A1):
        case.follow(PlacedElsewhere(item), "2025-03-12 10:00")
    start(case, "2025-03-14 10:00")
    state = case.state()
    [evaluation] = state[Evaluations].all.values()
    kinds = [(each.item, each.kind) for each in judged_items(state, evaluation)][len(ITEMS) :]
    assert kinds == [(uid(number), ItemKind.ELSEWHERE) for number in (100, 107, 114)]


def test_completeness_misses_what_is_elsewhere_and_unasked_as_far_as_one_could_know() -> None:
    """W10.4: what was typed in later is not missed."""
    case = family()
    case.follow(PlacedElsewhere(uid(100)), "2025-03-12 10:00")
    case.follow(PlacedElsewhere(uid(107)), "2025-03-12 10:00", known="2025-03-20 10:00")
    start(case, "2025-03-14 10:00")
    state = case.state()
    [evaluation] = state[Evaluations].all.values()
    [unasked] = [p for p in missing(state, evaluation) if p.rule == "elders-belegd-niet-gevraagd"]
    assert str(uid(100)) in unasked.message


def test_a_version_that_was_made_while_an_evaluation_began_is_no_flag() -> None:
    """W8.1: an older version was judged when there was a newer one before it began."""
    for now, older in (("2025-03-14 10:00", False), ("2025-03-14 09:59", True)):
        case = family()
        case.follow(version(2), now)
        start(case, "2025-03-14 10:00")
        flags = {point.rule for point in catalogue.open_points(case.state(), case.now)}
        assert ("oudere-versie-beoordeeld" in flags) is older


def test_starting_with_somebody_absent_is_for_those_of_the_dossier_and_no_strangers() -> None:
    """W7.1: who was not there is somebody who could have been."""
    for who, refused in ((MIRJAM, False), (uid(98), True)):
        case = family()
        absent = (Absent(who, AbsenceReason.UNABLE),)
        act = StartEvaluation(
            plan_version=1, manner=Manner.DELIBERATION, participants=(ELS,), absent=absent
        )
        if refused:
            assert case.refused(act) == {"persoon-onbekend"}
        else:
            assert case.do(act)


def test_starting_at_the_very_moment_that_the_plan_was_closed_is_too_late() -> None:
    """W0.6: a minute before it was not."""
    case = family()
    case.follow(PlanEnded(), "2025-06-01 10:00")
    act = StartEvaluation(plan_version=1, manner=Manner.DELIBERATION, participants=(ELS,))
    assert case.refused(act, "2025-06-01 10:00") == {"plan-afgesloten"}
    assert case.do(msgspec.structs.replace(act, effective_at=at("2025-06-01 09:59")))
