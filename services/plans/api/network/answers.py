"""The network as an answer on the wire: a graph, and the circles."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family.names import PARTY
from services.plans.api.network import names
from services.plans.domain.family.people import PartyKind
from services.plans.domain.network.mapping import MapForm
from services.plans.domain.network.relations import Quality, RelationKind
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class NodeAnswer(WireSchema):
    """Somebody in the drawing."""

    person = Id(data_key="persoonId")
    name = Text(data_key="naam", allow_none=True)
    kind = WireEnum(PartyKind, PARTY, data_key="soort")
    left_at = Instant(data_key="vertrokkenOp", allow_none=True)


class EdgeAnswer(WireSchema):
    """What one is to the other: "persoonId is soort van vanPersoonId"."""

    item = Id(data_key="relatieId")
    one = Id(data_key="persoonId")
    kind = WireEnum(RelationKind, names.RELATION, data_key="soort")
    other = Id(data_key="vanPersoonId")
    since = Day(data_key="sinds", allow_none=True)
    until = Day(data_key="totEnMet", allow_none=True)
    holds = Flag(data_key="geldt")
    quality = WireEnum(Quality, names.QUALITY, data_key="kwaliteit", allow_none=True)
    note = Text(data_key="toelichting", allow_none=True)
    shared_with = Listed(Id(), data_key="gedeeldMet")
    hidden_from = Listed(Id(), data_key="verborgenVoor")


class MappingAnswer(WireSchema):
    """One time that the network was drawn."""

    item = Id(data_key="netwerktekeningId")
    form = WireEnum(MapForm, names.MAP_FORM, data_key="vorm")
    made_with = Listed(Id(), data_key="gemaaktMet")
    at = Instant(data_key="gebeurdOp")
    note = Text(data_key="toelichting", allow_none=True)


class NetworkAnswer(WireSchema):
    """The graph: people, and what they are to one another."""

    nodes = Listed(fields.Nested(NodeAnswer), data_key="personen")
    edges = Listed(fields.Nested(EdgeAnswer), data_key="relaties")
    mappings = Listed(fields.Nested(MappingAnswer), data_key="tekeningen")


class InvitationAnswer(WireSchema):
    """The last invitation."""

    invited_by = Id(data_key="uitgenodigdDoor")
    held_on = Day(data_key="datumBeraad", allow_none=True)
    at = Instant(data_key="gebeurdOp")
    how = Text(data_key="hoe", allow_none=True)


class WillingnessAnswer(WireSchema):
    """The last answer."""

    thinks_along = Flag(data_key="denktMee")
    comes = Flag(data_key="komt")
    at = Instant(data_key="gebeurdOp")
    reason = Text(data_key="reden", allow_none=True)


class AttendanceAnswer(WireSchema):
    """The last decision on taking part."""

    excluded = Flag(data_key="uitgesloten")
    decided_by = Id(data_key="beslotenDoor")
    at = Instant(data_key="gebeurdOp")
    reason = Text(data_key="reden", allow_none=True)


class NamedAnswer(WireSchema):
    """In which circle somebody stands for whoever named them."""

    person = Id(data_key="persoonId")
    circle = Whole(data_key="cirkel")


class CircledAnswer(WireSchema):
    """Somebody who was named, invited, asked or weighed."""

    person = Id(data_key="persoonId")
    name = Text(data_key="naam", allow_none=True)
    circle = Whole(data_key="cirkel", allow_none=True)
    named_by = Listed(Id(), data_key="genoemdDoor")
    why = Text(data_key="waarom", allow_none=True)
    named = Listed(fields.Nested(NamedAnswer), data_key="cirkelVolgens")
    invitation = fields.Nested(InvitationAnswer, data_key="uitnodiging", allow_none=True)
    willingness = fields.Nested(WillingnessAnswer, data_key="bereidheid", allow_none=True)
    attendance = fields.Nested(AttendanceAnswer, data_key="deelname", allow_none=True)


class CirclesAnswer(WireSchema):
    """The circles from the inside out, and how many can be counted on."""

    people = Listed(fields.Nested(CircledAnswer), data_key="personen")
    willing = Listed(Id(), data_key="bereid")
