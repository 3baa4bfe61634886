"""Conversations, what is missing and what is proposed, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.picture import names
from services.plans.domain.picture.proposals import Subject
from shared.web.fields import Day, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class PlannedAnswer(WireSchema):
    """One planned conversation, open or not."""

    item = Id(data_key="geplandGesprekId")
    person = Id(data_key="persoonId")
    topics = Listed(Text(), data_key="onderwerpen")
    by = Id(data_key="door")
    due = Day(data_key="uiterlijk")
    order = Whole(data_key="volgorde")
    settled_at = Instant(data_key="afgehandeldOp", allow_none=True)
    reason_cancelled = Text(data_key="redenVervallen", allow_none=True)


class HeldAnswer(WireSchema):
    """One conversation that was held."""

    item = Id(data_key="gesprekId")
    people = Listed(Id(), data_key="met")
    by = Id(data_key="door")
    outcome = Text(data_key="uitkomst", allow_none=True)
    planned = Id(data_key="geplandGesprekId", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class GapAnswer(WireSchema):
    """One thing that is or was missing."""

    item = Id(data_key="informatieId")
    what = Text(data_key="wat", allow_none=True)
    about = Listed(Id(), data_key="overWie")
    due = Day(data_key="uiterlijk", allow_none=True)
    origin = Id(data_key="beraadId", allow_none=True)
    at = Instant(data_key="gebeurdOp")
    closed_at = Instant(data_key="afgehandeldOp", allow_none=True)
    conversation = Id(data_key="gesprekId", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)


class ProposalAnswer(WireSchema):
    """One conversation that is proposed, and recorded by nobody yet."""

    subject = WireEnum(Subject, names.SUBJECT, data_key="onderwerp")
    people = Listed(Id(), data_key="met")
    order = Whole(data_key="volgorde")
    rule = Text(data_key="regel")
    due_at = Instant(data_key="uiterlijkOp")


class ConversationsAnswer(WireSchema):
    """Whom to speak to when, and what is still missing."""

    planned = Listed(fields.Nested(PlannedAnswer), data_key="gepland")
    held = Listed(fields.Nested(HeldAnswer), data_key="gevoerd")
    gaps = Listed(fields.Nested(GapAnswer), data_key="ontbrekendeInformatie")
    proposals = Listed(fields.Nested(ProposalAnswer), data_key="voorstellen")
