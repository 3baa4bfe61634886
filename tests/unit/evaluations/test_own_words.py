"""What somebody says with their own token: what it brings about, and what it tells them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from services.evaluations.domain.between.addressing import AddressPerson
from services.evaluations.domain.between.observations import RecordObservation
from services.evaluations.domain.breaches.claims import Claims, ReportBreach
from services.evaluations.domain.course.obligations import ASSESSMENT
from services.evaluations.domain.incidents.reporting import ReportIncident
from shared.eventbase.act import Act
from tests.unit.evaluations.case import (
    A1,
    A2,
    B1,
    ELS,
    FATMA,
    ITEMS,
    MIRJAM,
    STEFAN,
    at,
    family,
    person,
    uid,
    version,
)
from tests.unit.evaluations.test_obligations import duties

SATURDAY, SUNDAY = "2025-05-24 19:50", "2025-05-25 10:00"
NOWHERE = uid(99)
OWN = (
    ReportIncident(what="x"),
    ReportBreach(agreement=A1, what="x"),
    RecordObservation(what="x"),
    AddressPerson(whom=STEFAN, about="x"),
)


def hidden_from_els() -> tuple[Any, ...]:
    """The plan, with an agreement that Els does not read."""
    return tuple(
        msgspec.structs.replace(each, readers=(MIRJAM,)) if each.item == A2 else each
        for each in ITEMS
    )


def test_an_agreement_that_somebody_does_not_read_is_one_that_is_not_there() -> None:
    """W9.2, domain 3.7: hidden, of others, no agreement, or none at all: one refusal."""
    case = family()
    case.follow(version(2, items=hidden_from_els()), "2025-03-11 10:00")
    refusals = {
        case.broken(ReportBreach(agreement=item, what="x"), SATURDAY, person(ELS))
        for item in (A2, B1, NOWHERE)
    }
    assert [broken.rule for (broken,) in refusals] == ["afspraak-onbekend"]
    assert not case.state()[Claims].all


def test_what_somebody_reads_they_can_say_is_not_kept() -> None:
    """W9.2: and a worker can say it of every agreement."""
    case = family()
    case.follow(version(2, items=hidden_from_els()), "2025-03-11 10:00")
    case.do(ReportBreach(agreement=A1, what="x"), SATURDAY, person(ELS))
    case.do(ReportBreach(agreement=A2, what="x"), SATURDAY)
    assert len(case.state()[Claims].all) == 2


@pytest.mark.parametrize("said", [{"learned_at": at(SATURDAY)}, {"learned_by": MIRJAM}])
@pytest.mark.parametrize("act", OWN, ids=lambda act: type(act).__name__)
def test_when_the_organisation_heard_is_for_the_organisation_to_say(
    act: Act, said: dict[str, Any]
) -> None:
    """Amendment: a term runs from then, and the dossier says from whom it was."""
    case = family()
    claimed = msgspec.structs.replace(act, **said)
    assert case.refused(claimed, SUNDAY, person(ELS)) == {"vernomen-door-organisatie"}
    assert case.do(act, SUNDAY, person(ELS))


@pytest.mark.parametrize("heard_by", [ELS, FATMA])
def test_a_worker_says_from_whom_of_the_dossier_it_was_heard(heard_by: UUID) -> None:
    """Amendment: an involved person, or who heard it; nobody else."""
    case = family()
    told = ReportIncident(what="x", learned_at=at(SATURDAY), learned_by=heard_by)
    assert case.do(told, SUNDAY)
    stranger = ReportIncident(what="x", learned_by=NOWHERE)
    assert case.refused(stranger, SUNDAY) == {"persoon-onbekend"}


def test_a_word_of_the_network_calls_a_worker_within_hours() -> None:
    """W9.1, R25: whoever says that it is less safe, father too."""
    for reporter in (ELS, STEFAN):
        case = family()
        case.do(ReportIncident(what="x", safety_worsened=True), SATURDAY, person(reporter))
        (due,) = duties(case, ASSESSMENT)
        assert due.due_at - due.opened.at == timedelta(hours=4)


def test_a_word_of_the_network_brings_about_nothing_else() -> None:
    """W9.1: it has no hold on the plan, nor on the clock of what others said."""
    case = family()
    case.do(ReportIncident(what="x"), SATURDAY, person(ELS))
    before = case.obligations()
    for _ in range(10):
        case.do(ReportIncident(what="x", safety_worsened=True), None, person(STEFAN))
    after = case.obligations()
    assert [due for due in after if due in before] == before
    assert {due.duty for due in after if due not in before} == {ASSESSMENT}


def test_a_clock_starts_when_it_was_recorded_whenever_a_person_says_it_happened() -> None:
    """R25: nobody makes a worker late by telling late."""
    case = family()
    told = ReportIncident(what="x", safety_worsened=True, effective_at=at("2025-05-01 10:00"))
    case.do(told, SUNDAY, person(ELS))
    (due,) = duties(case, ASSESSMENT)
    assert due.opened.at == at(SUNDAY)
