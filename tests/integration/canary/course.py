"""The acts on the course of a case."""

from __future__ import annotations

from services.plans.api.course import care_schemas as care
from services.plans.api.course import schemas as course
from tests.integration.canary.stage import Stage


def play(stage: Stage, cast: dict[str, str]) -> None:
    """Direct safety and its term, factors, recovery, and the transfer."""
    _safety(stage, cast)
    _factors(stage)
    _recovery(stage)
    for answer in (course.DeclineTransferSchema, course.AcknowledgeTransferSchema):
        offered = stage.done(course.OfferTransferSchema, ontvangerId=cast["lead"])
        stage.done(answer, overdrachtId=offered)


def after(stage: Stage) -> None:
    """The look after the closing."""
    stage.done(course.CheckFollowUpSchema)


def _safety(stage: Stage, cast: dict[str, str]) -> None:
    decided = {"beslotenDoor": cast["lead"]}
    later = stage.clock().date().replace(year=2030).isoformat()
    stage.done(course.SetDirectSafetyTermSchema, tot=later)
    weighed = {"mogelijkheden": ["vrijwillig-verder"], "besluit": "vrijwillig-verder"}
    stage.done(course.ConsiderEscalationSchema, tot=later, **weighed, **decided)
    stage.done(course.DeclareDirectSafetyReachedSchema, **decided)
    stage.done(course.DeclareDirectSafetyLostSchema, **decided)
    stage.done(course.ReviewContinuationSchema, **decided)


def _factors(stage: Stage) -> None:
    factor = stage.done(care.IdentifyRiskFactorSchema)
    stage.done(care.IdentifyComplicatingFactorSchema)
    stage.done(care.PlanRiskReductionSchema, factorId=factor)
    stage.done(care.ReviewFactorSchema, factorId=factor)


def _recovery(stage: Stage) -> None:
    need = stage.done(care.MapRecoveryNeedSchema)
    stage.done(care.WeighRecoveryNeedSchema, herstelbehoefteId=need)
    given = stage.done(care.ArrangeHelpSchema)
    stage.done(care.ChangeHelpStatusSchema, hulpId=given)
