"""A part of a history: who does what, with every event of it."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.plan.promises import AnswerAgreement
from services.plans.domain.together.assigning import AnswerTask, AssignTask, EndTask
from services.plans.domain.together.coordination import RecordCoordination
from services.plans.domain.together.cover import AnnounceAbsence, ArrangeCover
from services.plans.domain.together.handover import TellOfCaseLead, TransferCaseLead
from services.plans.domain.together.takeovers import ReturnTask, TakeOverTask
from tests.unit.plans.acts import MARCH_10, Family


def divided(family: Family, agreement: UUID) -> None:
    """Tasks for ``agreement``, which Stefan keeps, and the lead that passes to Joris."""
    case, els, mirjam = family.case, family.els, family.mirjam
    case.do(AnswerAgreement(agreement=agreement, accepted=True, person=family.stefan))
    asked = AssignTask(agreement=agreement, party=els, task="Ophalen", valid_from=MARCH_10)
    task = case.item(asked)
    case.do(AnswerTask(task=task, accepted=False, reason="Geen auto"))
    case.do(EndTask(task=task, reason="Lukt niet"))
    taken = case.item(TakeOverTask(task="Koken", from_person=mirjam, by=els, first_day=MARCH_10))
    case.do(ReturnTask(takeover=taken, how="Mirjam kookt weer"))
    case.do(RecordCoordination(coordinator=family.fatma, contact_moments="Elke maandag"))
    absence = case.item(AnnounceAbsence(first_day=MARCH_10))
    case.do(ArrangeCover(absence=absence, person=family.joris, notes="Bel Els"))
    case.do(TransferCaseLead(person=family.joris, notes="Zie het dossier"))
    case.do(TellOfCaseLead(people=(mirjam, els), manner="Bij Els thuis"))
