"""What happens between evaluations, what people see, say and hear then; and corrections of it."""

from __future__ import annotations

from typing import Any

from services.evaluations.api.between import schemas as between
from services.evaluations.api.breaches import schemas as breaches
from services.evaluations.api.children import schemas as children
from services.evaluations.api.considering.schemas import ConsiderRecurrenceSchema
from services.evaluations.api.correction.schemas import CorrectEventSchema
from tests.integration.canary.stage import Stage


def corrected(stage: Stage, voided: str, kind: str, values: dict[str, Any]) -> None:
    """The last event of a kind is taken back, and something else stands in its place."""
    instead = {"gebeurtenisId": stage.event("evaluations", voided)}
    stage.done(CorrectEventSchema, **instead, inPlaatsDaarvan={kind: values})


def play_all(stage: Stage, cast: dict[str, str], agreement: str) -> None:
    """Everything between evaluations."""
    decided = {"beslotenDoor": cast["lead"], "geraadpleegd": cast["colleague"]}
    play_children(stage, cast["child"])
    play_breach(stage, agreement, decided)
    play_seen(stage, cast)


def play_children(stage: Stage, child: str) -> None:
    """The children are named, spoken and seen."""
    stage.done(children.NameChildrenSchema, kinderen=[child])
    stage.done(children.RecordChildConversationSchema, kind=child)
    corrected(stage, "zicht-op-kind-vastgelegd", "kindgesprek-vastleggen", {"kind": child})


def play_breach(stage: Stage, agreement: str, decided: dict[str, str]) -> None:
    """An agreement is not kept: claimed, heard, judged, and followed by what was agreed."""
    breach = {"nietNakomenId": stage.done(breaches.ReportBreachSchema, afspraakId=agreement)}
    hearing = {**breach, "persoonId": decided["geraadpleegd"]}
    stage.done(breaches.HearAboutBreachSchema, **hearing)
    corrected(stage, "wederhoor-vastgelegd", "wederhoor-vastleggen", hearing)
    about = {"afspraakId": agreement}
    corrected(stage, "niet-nakomen-gemeld", "niet-nakomen-melden", about)
    stage.done(breaches.JudgeBreachSchema, **breach, vastgesteld=True)
    stage.done(breaches.CarryOutConsequenceSchema, **breach)
    stage.done(breaches.ForgoConsequenceSchema, **breach, **decided)
    stage.done(breaches.AnswerKeepingSchema, afspraakId=agreement)
    stage.done(ConsiderRecurrenceSchema, onderdeelId=agreement, **decided)


def play_seen(stage: Stage, cast: dict[str, str]) -> None:
    """What people saw and said, and contact with the family."""
    stage.done(between.RecordObservationSchema, waarnemer=cast["mother"])
    stage.done(between.AddressPersonSchema, door=cast["mother"], wie=cast["father"])
    stage.done(between.RecordFamilyContactSchema, metWie=[cast["mother"]])
    _corrected_too(stage, cast)


def _corrected_too(stage: Stage, cast: dict[str, str]) -> None:
    seen = {"waarnemer": cast["mother"]}
    said = {"door": cast["mother"], "wie": cast["father"]}
    corrected(stage, "waarneming-vastgelegd", "waarneming-vastleggen", seen)
    corrected(stage, "iemand-aangesproken", "iemand-aanspreken", said)
    met = {"metWie": [cast["mother"]]}
    corrected(stage, "contact-met-gezin", "contact-met-gezin-vastleggen", met)
