"""What is missing, and the conversations to learn it, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.domain.picture.asking import CloseInformationGap, NoteInformationGap
from services.plans.domain.picture.talking import (
    CancelConversation,
    HoldConversation,
    PlanConversation,
)
from shared.web.fields import Day, Id, Listed, Text, Whole
from shared.web.wire import ActSchema

_GAPS = "/dossiers/{planId}/ontbrekende-informatie"
_CONVERSATIONS = "/dossiers/{planId}/gesprekken"


class NoteInformationGapSchema(ActSchema):
    """Noting what is missing."""

    ACT = NoteInformationGap
    PATH = _GAPS

    what = Text(data_key="wat", required=True)
    about = people("overWie")
    due = Day(data_key="uiterlijk")


class CloseInformationGapSchema(ActSchema):
    """Closing what was missing."""

    ACT = CloseInformationGap
    PATH = f"{_GAPS}/{{informatieId}}/afhandelingen"

    gap = Id(data_key="informatieId", required=True)
    conversation = Id(data_key="gesprekId")
    reason = Text(data_key="reden")


class PlanConversationSchema(ActSchema):
    """Planning a conversation."""

    ACT = PlanConversation
    PATH = f"{_CONVERSATIONS}/gepland"

    person = Id(data_key="persoonId", required=True)
    topics = Listed(Text(500), 1, 50, data_key="onderwerpen", required=True)
    by = Id(data_key="door", required=True)
    due = Day(data_key="uiterlijk", required=True)
    order = Whole(1, 100, data_key="volgorde")


class HoldConversationSchema(ActSchema):
    """Recording a conversation that was held."""

    ACT = HoldConversation
    PATH = _CONVERSATIONS

    people = people("met", required=True)
    by = Id(data_key="door", required=True)
    outcome = Text(data_key="uitkomst", required=True)
    planned = Id(data_key="geplandGesprekId")


class CancelConversationSchema(ActSchema):
    """Letting a planned conversation go."""

    ACT = CancelConversation
    PATH = f"{_CONVERSATIONS}/gepland/{{geplandGesprekId}}/vervallen"

    planned = Id(data_key="geplandGesprekId", required=True)
    reason = Text(data_key="reden", required=True)
