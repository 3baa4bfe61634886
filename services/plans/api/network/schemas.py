"""Relations, drawings, circles and the invitation to a deliberation, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.network import names
from services.plans.domain.network.attendance import AdmitToDeliberation, ExcludeFromDeliberation
from services.plans.domain.network.circles import PlaceInNetworkCircle
from services.plans.domain.network.inviting import InviteToDeliberation
from services.plans.domain.network.mapping import MapForm, MapNetwork
from services.plans.domain.network.relating import EndRelation, RelatePersons, ShareRelation
from services.plans.domain.network.relations import Quality, RelationKind
from services.plans.domain.network.willingness import RecordWillingness
from shared.web.fields import Day, Flag, Id, Text, Whole, WireEnum
from shared.web.wire import ActSchema

_RELATIONS = "/dossiers/{planId}/relaties"
_PERSON = "/dossiers/{planId}/personen/{persoonId}"


class RelatePersonsSchema(ActSchema):
    """Recording what somebody is to somebody else."""

    ACT = RelatePersons
    PATH = _RELATIONS

    one = Id(data_key="persoonId", required=True)
    kind = WireEnum(RelationKind, names.RELATION, data_key="soort", required=True)
    other = Id(data_key="vanPersoonId", required=True)
    since = Day(data_key="sinds")
    until = Day(data_key="totEnMet")
    quality = WireEnum(Quality, names.QUALITY, data_key="kwaliteit")
    note = Text(data_key="toelichting")
    shared_with = people("gedeeldMet")
    hidden_from = people("verborgenVoor")


class ShareRelationSchema(ActSchema):
    """Letting somebody see a relation."""

    ACT = ShareRelation
    PATH = f"{_RELATIONS}/{{relatieId}}/lezers"

    relation = Id(data_key="relatieId", required=True)
    person = Id(data_key="persoonId", required=True)


class EndRelationSchema(ActSchema):
    """The last day of a relation."""

    ACT = EndRelation
    PATH = f"{_RELATIONS}/{{relatieId}}/einde"

    relation = Id(data_key="relatieId", required=True)
    until = Day(data_key="totEnMet", required=True)
    reason = Text(data_key="reden")


class MapNetworkSchema(ActSchema):
    """Drawing the network."""

    ACT = MapNetwork
    PATH = "/dossiers/{planId}/netwerktekeningen"

    form = WireEnum(MapForm, names.MAP_FORM, data_key="vorm", required=True)
    made_with = people("gemaaktMet")
    note = Text(data_key="toelichting")


class PlaceInNetworkCircleSchema(ActSchema):
    """Placing somebody in a circle."""

    ACT = PlaceInNetworkCircle
    PATH = f"{_PERSON}/netwerkcirkel"

    person = Id(data_key="persoonId", required=True)
    circle = Whole(1, 20, data_key="cirkel", required=True)
    named_by = people("genoemdDoor")
    why = Text(data_key="waarom")


class InviteToDeliberationSchema(ActSchema):
    """Inviting somebody to the deliberation."""

    ACT = InviteToDeliberation
    PATH = f"{_PERSON}/uitnodigingen"

    person = Id(data_key="persoonId", required=True)
    invited_by = Id(data_key="uitgenodigdDoor", required=True)
    held_on = Day(data_key="datumBeraad")
    how = Text(data_key="hoe")


class RecordWillingnessSchema(ActSchema):
    """What somebody answered."""

    ACT = RecordWillingness
    PATH = f"{_PERSON}/bereidheid"

    person = Id(data_key="persoonId", required=True)
    thinks_along = Flag(data_key="denktMee", required=True)
    comes = Flag(data_key="komt", required=True)
    reason = Text(data_key="reden")


class ExcludeFromDeliberationSchema(ActSchema):
    """Keeping somebody out of the deliberation."""

    ACT = ExcludeFromDeliberation
    PATH = f"{_PERSON}/uitsluitingen"

    person = Id(data_key="persoonId", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)


class AdmitToDeliberationSchema(ActSchema):
    """Letting somebody take part again."""

    ACT = AdmitToDeliberation
    PATH = f"{_PERSON}/toelatingen"

    person = Id(data_key="persoonId", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
