"""Judging, reporting, partners and measures, in an order in which each act succeeds."""

from __future__ import annotations

from services.plans.api.groundwork import judging_schemas as judging
from services.plans.api.groundwork import reporting_schemas as reporting
from services.plans.api.groundwork import schemas
from services.plans.api.groundwork import sharing_schemas as sharing
from tests.integration.canary.stage import Stage

_DATES = {"begint": "2025-03-10T08:00:00Z", "eindigt": "2025-03-20T08:00:00Z"}


def judged_and_reported(stage: Stage, cast: dict[str, str]) -> None:
    """Whatever the schemas cannot know: whom and what an act is about."""
    decided = {"beslotenDoor": cast["lead"], "geraadpleegd": cast["colleague"]}
    stage.done(judging.AddGroundSchema)
    stage.done(judging.AnswerChildrenAtHomeSchema)
    stage.done(judging.RecordRegistrationSchema, persoonId=cast["lead"])
    stage.done(judging.RecordSafetyJudgementSchema)
    stage.done(reporting.WithholdTransparencyMessageSchema, **decided)
    stage.done(sharing.RecordConsentSchema)
    on = {"grond": "wettelijke-plicht", "geraadpleegd": [cast["colleague"]]}
    stage.done(sharing.DecideOutsideSharingSchema, **decided | on)
    report = stage.done(schemas.ReportToAuthoritySchema)
    stage.done(reporting.RecordPartnerAnswerSchema, meldingId=report)
    stage.done(reporting.PlaceRiskCareSchema)
    measure = stage.done(reporting.ImposeMeasureSchema, **_DATES)
    moved = {"eindigt": "2025-03-25T08:00:00Z"}
    stage.done(reporting.MoveMeasureEndSchema, maatregelId=measure, **moved)
