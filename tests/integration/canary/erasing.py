"""Erasing in the script: asked, decided, held, approved, and a person in two dossiers."""

from __future__ import annotations

from services.plans.api.erasing import schemas as erasing
from services.plans.api.family import schemas as people
from services.plans.api.picture import schemas as picture
from tests.integration.canary.stage import Stage


def erased(stage: Stage, cast: dict[str, str]) -> None:
    """Every act on erasing; what is erased is a concern that nothing else is about."""
    item = stage.done(picture.RecordConcernSchema)
    asked = {"onderdelen": [item], "gevraagdDoor": cast["mother"]}
    request = {"wisverzoekId": stage.done(erasing.RequestErasureSchema, **asked)}
    granted = {"onderdelen": [item], "grond": "verzoek"}
    decision = stage.done(erasing.DecideErasureSchema, **request, **granted)
    hold = stage.done(erasing.PlaceHoldSchema)
    stage.done(erasing.LiftHoldSchema, bewaarbevelId=hold)
    stage.done(erasing.ApproveErasureSchema, **request, besluitId=decision)


def linked(stage: Stage, child: str, other: dict[str, str]) -> None:
    """A child stands in another dossier too, and then does not."""
    made = stage.done(erasing.LinkSamePersonSchema, persoonId=child, **other)
    stage.done(erasing.UnlinkSamePersonSchema, koppelingId=made)


def another(stage: Stage) -> dict[str, str]:
    """Somebody in another dossier; the script goes on in its own."""
    own = stage.plan_id
    stage.plan_id = ""
    stage.done(people.OpenDossierSchema)
    other, person = stage.plan_id, stage.done(people.AddPersonSchema)
    stage.plan_id = own
    return {"anderDossierId": other, "anderePersoonId": person}
