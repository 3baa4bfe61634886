"""Who does what in the script: tasks, what is taken over, coordination and the lead."""

from __future__ import annotations

from services.plans.api.together import lead_schemas as lead
from services.plans.api.together import schemas as together
from tests.integration.canary.stage import Stage


def divided(stage: Stage, agreement: str, cast: dict[str, str]) -> None:
    """Every act on who does what, about one agreement."""
    stage.done(together.AnswerAgreementSchema, afspraakId=agreement, persoonId=cast["mother"])
    task = stage.done(together.AssignTaskSchema, afspraakId=agreement)
    stage.done(together.AnswerTaskSchema, taakId=task)
    stage.done(together.EndTaskSchema, taakId=task)
    taken = stage.done(together.TakeOverTaskSchema, van=cast["mother"], door=cast["father"])
    stage.done(together.ReturnTaskSchema, overnameId=taken)
    stage.done(together.RecordCoordinationSchema)
    absence = stage.done(lead.AnnounceAbsenceSchema)
    away = {"afwezigheidId": absence, "persoonId": cast["colleague"]}
    stage.done(lead.ArrangeCoverSchema, **away)
    stage.done(lead.TransferCaseLeadSchema, persoonId=cast["colleague"])
    stage.done(lead.TellOfCaseLeadSchema)
