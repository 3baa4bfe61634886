"""An evaluation, at the exact edges: what is missing, and who is meant."""

from __future__ import annotations

import pytest

from services.evaluations.domain.between.owed import CONTACT
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Absent, Evaluations
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.obligation import Obligation
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    MIRJAM,
    Case,
    Manner,
    family,
    rate,
    start,
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
