"""The rights of people in the script: asked, extended, answered, and their own view."""

from __future__ import annotations

from services.plans.api.picture import schemas as picture
from services.plans.api.rights import schemas as rights
from tests.integration.canary.stage import Stage


def used(stage: Stage, cast: dict[str, str]) -> None:
    """Every act on the rights of people."""
    asked = stage.done(rights.RecordRightsRequestSchema, gevraagdDoor=cast["father"])
    request = {"rechtenverzoekId": asked}
    stage.done(rights.ExtendRightsAnswerSchema, **request)
    stage.done(rights.AnswerRightsRequestSchema, **request)
    about = [stage.done(picture.RecordConcernSchema)]
    stage.done(rights.AddOwnStatementSchema, overOnderdelen=about)
