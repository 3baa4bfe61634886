"""The exact edges of working together: who coordinates or stands in, and since when (W7)."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.together.assigning import AnswerTask
from services.plans.domain.together.coordination import Coordination, RecordCoordination
from services.plans.domain.together.cover import AnnounceAbsence
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family
from tests.unit.plans.case import day
from tests.unit.plans.test_coordination import COVER, led
from tests.unit.plans.test_reach_edges import secret
from tests.unit.plans.test_tasks import Division


def test_whoever_stands_in_for_who_coordinates_reads_the_coordination() -> None:
    """W7.1: as do who coordinates and who takes part."""
    family = Family()
    agreed = {"coordinator": family.fatma, "contact_moments": "Bellen"}
    for backup in (family.joris, None):
        act = RecordCoordination(backup=backup, participants=(family.mirjam,), **agreed)
        item = family.case.item(act)
        reach = family.case.state()[Reaches].of[item]
        wanted = {family.fatma, backup, family.mirjam} - {None}
        assert reach.concerns == wanted


def test_coordination_is_not_told_to_whom_the_backup_is_hidden_from() -> None:
    """W7.1, domain 3.7: nor by it that somebody is hidden."""
    family = Family()
    told = RecordCoordination(
        coordinator=family.fatma,
        backup=secret(family),
        contact_moments="Bellen",
        participants=(family.stefan,),
    )
    assert family.case.refused(told) == {"afstemming-verraadt-iemand"}


def test_coordination_of_the_moment_of_the_last_takes_its_place() -> None:
    """W7.1: one of before is refused."""
    family = Family()
    agreed = {"coordinator": family.fatma, "contact_moments": "Bellen"}
    family.case.do(RecordCoordination(**agreed))
    moment = family.case.now
    early = RecordCoordination(effective_at=moment - timedelta(microseconds=1), **agreed)
    assert family.case.refused(early) == {"afstemming-voor-vorige"}
    other = RecordCoordination(coordinator=family.joris, contact_moments="x", effective_at=moment)
    family.case.do(other)
    current = family.case.state()[Coordination].current
    assert current is not None
    assert current.coordinator == family.joris


def test_an_answer_to_a_task_that_was_assigned_has_an_id_of_its_own() -> None:
    """W7.1: each answer, by which it is withheld or erased."""
    division = Division()
    task = division.asked()
    answers = [division.case.do(AnswerTask(task=task, accepted=True))[0].item for _ in range(2)]
    assert len({*answers, task, None}) == 4


def test_cover_is_settled_by_the_event_that_gave_the_lead_to_somebody_else() -> None:
    """R38: when that happened."""
    family = led()
    family.case.do(AnnounceAbsence(first_day=day("2025-03-12")))
    [assigned] = family.case.do(AssignCaseLead(person=family.joris))
    [due] = family.case.obligations(COVER)
    assert due.settled is not None
    settled = (due.settled.event_id, due.settled.at)
    assert settled == (family.case.event_id(assigned), family.case.now)
