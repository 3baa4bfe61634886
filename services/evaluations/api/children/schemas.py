"""The children of a plan and conversations with them, on the wire."""

from __future__ import annotations

from services.evaluations.api.children import names
from services.evaluations.api.people import people
from services.evaluations.domain.children.children import NameChildren
from services.evaluations.domain.children.conversations import NotSpoken, Speaker
from services.evaluations.domain.children.recording import RecordChildConversation
from shared.web.fields import Flag, Id, Text, WireEnum
from shared.web.wire import ActSchema


class NameChildrenSchema(ActSchema):
    """Saying which children the plan is about."""

    ACT = NameChildren
    PATH = "/dossiers/{planId}/kinderen"

    children = people("kinderen", required=True)
    why = Text(data_key="toelichting")


class RecordChildConversationSchema(ActSchema):
    """Recording that a child was spoken, or seen and not spoken."""

    ACT = RecordChildConversation
    PATH = "/dossiers/{planId}/kindgesprekken"

    child = Id(data_key="kind", required=True)
    by = Id(data_key="gesprokenDoor", required=True)
    speaker = WireEnum(Speaker, names.SPEAKER, data_key="rol", required=True)
    not_spoken = WireEnum(NotSpoken, names.NOT_SPOKEN, data_key="nietGesproken")
    alone = Flag(data_key="alleen")
    child_words = Text(data_key="woordenVanHetKind")
    method = Text(200, data_key="wijze")
    explanation = Text(data_key="toelichting")
    shared_with = people("delenMet")
    hidden_from = people("nietDelenMet")
