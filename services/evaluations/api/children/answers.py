"""How each child is in view, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.children import names
from services.evaluations.domain.children.conversations import NotSpoken, Speaker
from shared.web.fields import Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class ConversationAnswer(WireSchema):
    """One time that a child was spoken or seen."""

    conversation = Id(data_key="kindgesprekId")
    happened_at = Instant(data_key="gebeurdOp")
    by = Id(data_key="gesprokenDoor", allow_none=True)
    speaker = WireEnum(Speaker, names.SPEAKER, data_key="rol")
    spoken = Flag(data_key="gesproken")
    not_spoken = WireEnum(NotSpoken, names.NOT_SPOKEN, data_key="nietGesproken", allow_none=True)
    alone = Flag(data_key="alleen", allow_none=True)
    child_words = Text(data_key="woordenVanHetKind", allow_none=True)
    method = Text(data_key="wijze", allow_none=True)
    explanation = Text(data_key="toelichting", allow_none=True)
    hidden_from = Listed(Id(), data_key="nietDelenMet")
    event_id = Id(data_key="gebeurtenisId")


class ChildAnswer(WireSchema):
    """One child: when it was last seen, when last spoken, and every time."""

    child = Id(data_key="kind")
    of_the_plan = Flag(data_key="hoortBijPlan")
    last_seen = Instant(data_key="laatstGezienOp", allow_none=True)
    last_spoken = fields.Nested(ConversationAnswer, data_key="laatstGesproken", allow_none=True)
    conversations = Listed(fields.Nested(ConversationAnswer), data_key="kindgesprekken")


class ChildrenAnswer(WireSchema):
    """The children of a plan, as far as this audience may know of them."""

    children = Listed(fields.Nested(ChildAnswer), data_key="kinderen")
