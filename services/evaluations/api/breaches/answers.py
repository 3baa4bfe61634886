"""What was claimed, heard, judged and done, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from shared.web.fields import Flag, Id, Instant, Listed, Text
from shared.web.wire import WireSchema


class HearingAnswer(WireSchema):
    """What somebody said of it, or why that was not asked."""

    hearing = Id(data_key="wederhoorId")
    person = Id(data_key="persoonId")
    heard = Flag(data_key="gehoord")
    text = Text(data_key="reactieOfWaaromNiet", allow_none=True)
    happened_at = Instant(data_key="gebeurdOp")
    event_id = Id(data_key="gebeurtenisId")


class FindingAnswer(WireSchema):
    """One conclusion; the last one holds."""

    finding = Id(data_key="oordeelId")
    confirmed = Flag(data_key="vastgesteld")
    why = Text(data_key="waarom", allow_none=True)
    happened_at = Instant(data_key="gebeurdOp")


class ConsequenceAnswer(WireSchema):
    """What was done, or why nothing was."""

    consequence = Id(data_key="consequentieId")
    carried_out = Flag(data_key="uitgevoerd")
    what = Text(data_key="wat", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd", allow_none=True)
    happened_at = Instant(data_key="gebeurdOp")


class BreachAnswer(WireSchema):
    """One claim; and for professionals all that came of it."""

    breach = Id(data_key="nietNakomenId")
    what = Text(data_key="wat", allow_none=True)
    happened_at = Instant(data_key="gebeurdOp")
    reporter = Id(data_key="melder", allow_none=True)
    agreement = Id(data_key="afspraakId")
    reporter_description = Text(data_key="melderOmschrijving", allow_none=True)
    heard_at = Instant(data_key="vernomenOp")
    has_consequence = Flag(data_key="heeftConsequentie")
    confirmed = Flag(data_key="vastgesteld", allow_none=True)
    hearings = Listed(fields.Nested(HearingAnswer), data_key="wederhoor")
    findings = Listed(fields.Nested(FindingAnswer), data_key="oordelen")
    consequences = Listed(fields.Nested(ConsequenceAnswer), data_key="consequenties")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    event_id = Id(data_key="gebeurtenisId")


class KeptAnswer(WireSchema):
    """One time that keeping an agreement was answered."""

    agreement = Id(data_key="afspraakId")
    granted = Flag(data_key="gegeven")
    text = Text(data_key="watOfWaaromNiet", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    happened_at = Instant(data_key="gebeurdOp")


class BreachesAnswer(WireSchema):
    """All that was said not to be kept, and what followed; and what followed on keeping."""

    breaches = Listed(fields.Nested(BreachAnswer), data_key="nietNakomen")
    kept = Listed(fields.Nested(KeptAnswer), data_key="nakomen")
