"""What stands around the plan in the script: voices, the emergency plan, terms, other plans."""

from __future__ import annotations

from services.plans.api.course import care_schemas as care
from services.plans.api.picture import schemas as picture
from services.plans.api.plan import around_schemas as around
from services.plans.api.plan import change_schemas as changes
from services.plans.api.plan import judged_schemas as judged
from tests.integration.canary.stage import Stage


def around_the_plan(stage: Stage, line: str, cast: dict[str, str]) -> None:
    """Every act around the plan; ``line`` is a bottom line of it."""
    stage.done(changes.ReviseBottomLineSchema, bodemeisId=line)
    stage.done(judged.JudgeBottomLineSchema, bodemeisId=line, beoordeeldDoor=cast["lead"])
    earlier = stage.done(picture.ReferToEarlierPlanSchema)
    adopted = stage.done(around.AdoptEarlierPlanSchema, eerderPlanId=earlier)
    stage.done(changes.EndAgreementSchema, afspraakId=adopted)
    support = stage.done(picture.LinkSupportPlanSchema)
    placed = {"ondersteuningsplanId": support, "onderdeelId": line}
    stage.done(around.PlaceInSupportPlanSchema, **placed)
    stage.done(care.EndPlacementSchema, onderdeelId=line)
    stage.done(around.DiscussPlanSchema, door=cast["lead"])
    stage.done(around.AgreeToPlanSchema, persoonId=cast["father"])
    stage.done(around.RecordSafetyPieceSchema)
    piece = stage.done(around.RecordSafetyPieceSchema)
    stage.done(around.DropSafetyPieceSchema, onderdeelId=piece)
    stage.done(around.ExpectPlanEndSchema)
