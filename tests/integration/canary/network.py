"""The network in the script: relations, drawings, circles, custody and people who leave."""

from __future__ import annotations

from services.plans.api.family import custody_schemas as custody
from services.plans.api.network import schemas as network
from tests.integration.canary.stage import Stage


def networking(stage: Stage, cast: dict[str, str]) -> None:
    """Everything around the network."""
    ends = {"persoonId": cast["mother"], "vanPersoonId": cast["child"]}
    relation = stage.done(network.RelatePersonsSchema, **ends, gedeeldMet=[cast["father"]])
    stage.done(network.ShareRelationSchema, relatieId=relation)
    stage.done(network.EndRelationSchema, relatieId=relation)
    stage.done(network.MapNetworkSchema)
    father, lead = {"persoonId": cast["father"]}, {"beslotenDoor": cast["lead"]}
    stage.done(network.PlaceInNetworkCircleSchema, **father)
    stage.done(network.InviteToDeliberationSchema, **father)
    stage.done(network.RecordWillingnessSchema, **father)
    stage.done(network.ExcludeFromDeliberationSchema, **father, **lead)
    stage.done(network.AdmitToDeliberationSchema, **father, **lead)
    stage.done(custody.RecordCustodySchema, persoonId=cast["child"])
    stage.done(custody.EndInvolvementSchema, **father)
    stage.done(custody.ResumeInvolvementSchema, **father)
