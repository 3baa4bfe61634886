"""Acts on the picture of a family and its statements, and a history that holds all their events."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.picture.asking import CloseInformationGap, NoteInformationGap
from services.plans.domain.picture.concerns import Ascertained
from services.plans.domain.picture.deliberations import HoldDeliberation
from services.plans.domain.picture.framework import Column, RecordFrameworkEntry
from services.plans.domain.picture.scale_questions import AnswerScaleQuestion, ScaleQuestion
from services.plans.domain.picture.strengths import RecordStrength
from services.plans.domain.picture.talking import (
    CancelConversation,
    HoldConversation,
    PlanConversation,
)
from services.plans.domain.statements.desired_situations import FormulateDesiredSituation
from services.plans.domain.statements.discussing import DiscussStatement, Reaction
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.risk_statements import FormulateRiskStatement
from services.plans.domain.statements.withdrawing import WithdrawStatement
from tests.unit.plans.acts import MARCH_10, Family
from tests.unit.plans.case import day


def entry(**more: Any) -> RecordFrameworkEntry:
    """What the police told, as a worry."""
    said = {
        "column": Column.WORRIES,
        "text": "Ruzie op straat",
        "source": "politie",
        "on": MARCH_10,
        "ascertained": Ascertained.FACT,
    }
    return RecordFrameworkEntry(**{**said, **more})


def strength(**more: Any) -> RecordStrength:
    """What goes well, as school sees it."""
    said = {"what": "Zij eten samen", "source": "school", "ascertained": Ascertained.FACT}
    return RecordStrength(**{**said, **more})


def planned(person: UUID, by: UUID, **more: Any) -> PlanConversation:
    """A conversation to be held before 13 March is over."""
    said = {"topics": ("De ruzie",), "due": day("2025-03-13")}
    return PlanConversation(person=person, by=by, **{**said, **more})


def held(by: UUID, *people: UUID, **more: Any) -> HoldConversation:
    """A conversation that was held."""
    return HoldConversation(people=people, by=by, **{"outcome": "Hij wil rust", **more})


def risk(*owners: UUID, **more: Any) -> FormulateRiskStatement:
    """What somebody of the family fears."""
    said = {"role": OwnerRole.FAMILY, "text": "Dan raakt Noor gewond", "about": "De ruzies"}
    return FormulateRiskStatement(owners=owners, **{**said, **more})


def desired(*owners: UUID, **more: Any) -> FormulateDesiredSituation:
    """What somebody of the family wants instead."""
    said = {"role": OwnerRole.FAMILY, "text": "Rust", "signs": ("Noor slaapt door",)}
    return FormulateDesiredSituation(owners=owners, **{**said, **more})


def number(deliberation: UUID, person: UUID, **more: Any) -> AnswerScaleQuestion:
    """An eight for how safe it is."""
    said = {"question": ScaleQuestion.SAFETY, "value": 8, "why": "Ik zie het zo"}
    return AnswerScaleQuestion(deliberation=deliberation, person=person, **{**said, **more})


def mapped(family: Family) -> None:
    """The picture is filled in and the statements are made: every event of it at least once."""
    case, stefan, fatma = family.case, family.stefan, family.fatma
    met = case.do(
        HoldDeliberation(
            participants=(stefan, fatma), sufficient=False, missing=("Wat de huisarts weet",)
        )
    )[0]
    case.do(number(met.item, stefan))
    old = case.item(entry(origin=met.item, about=(stefan,)))
    case.do(entry(supersedes=old))
    case.do(strength(about=(stefan,)))
    gap = case.item(NoteInformationGap(what="Vader nog niet gesproken", about=(stefan,)))
    first = case.item(planned(stefan, fatma))
    talk = case.item(held(fatma, stefan, planned=first))
    case.do(CloseInformationGap(gap=gap, conversation=talk))
    second = case.item(planned(family.els, fatma))
    case.do(CancelConversation(planned=second, reason="Els belde zelf"))
    fear = case.item(risk(fatma, role=OwnerRole.PROFESSIONAL, affects=(family.mirjam,)))
    wish = case.item(desired(fatma, role=OwnerRole.PROFESSIONAL, risk_statements=(fear,)))
    said = (Reaction(stefan, "Dat zie ik anders"),)
    case.do(DiscussStatement(statement=fear, people=(stefan,), reactions=said))
    case.do(WithdrawStatement(statement=wish, reason="Te vaag"))
