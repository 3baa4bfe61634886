"""Statements, and when it is good enough, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.statements import names
from services.plans.domain.statements.owners import OwnerRole
from shared.web.fields import Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class ReactionAnswer(WireSchema):
    """What one person said of a statement."""

    person = Id(data_key="persoonId")
    text = Text(data_key="tekst")


class StatementDiscussionAnswer(WireSchema):
    """One time that a statement was discussed."""

    at = Instant(data_key="gebeurdOp")
    people = Listed(Id(), data_key="met")
    reactions = Listed(fields.Nested(ReactionAnswer), data_key="reacties")


class StatementAnswer(WireSchema):
    """Whose a statement is, for whom, and with whom it was discussed."""

    item = Id(data_key="uitspraakId")
    role = WireEnum(OwnerRole, names.OWNER_ROLE, data_key="namens", allow_none=True)
    owners = Listed(Id(), data_key="vanWie")
    affects = Listed(Id(), data_key="voorWie")
    text = Text(data_key="tekst", allow_none=True)
    at = Instant(data_key="gebeurdOp")
    discussions = Listed(fields.Nested(StatementDiscussionAnswer), data_key="besprekingen")
    withdrawn_at = Instant(data_key="ingetrokkenOp", allow_none=True)
    reason_withdrawn = Text(data_key="redenIngetrokken", allow_none=True)
    hidden_from = Listed(Id(), data_key="verborgenVoor")


class RiskStatementAnswer(StatementAnswer):
    """One risk statement."""

    about = Text(data_key="waarover", allow_none=True)
    effect = Text(data_key="mogelijkGevolg", allow_none=True)


class DesiredSituationAnswer(StatementAnswer):
    """One desired situation."""

    risk_statements = Listed(Id(), data_key="risicoUitspraken")
    signs = Listed(Text(), data_key="waaraanTeZien")
    at_0 = Text(data_key="betekenisVan0", allow_none=True)
    at_10 = Text(data_key="betekenisVan10", allow_none=True)


class StatementsAnswer(WireSchema):
    """All statements, side by side."""

    risk_statements = Listed(fields.Nested(RiskStatementAnswer), data_key="risicoUitspraken")
    desired_situations = Listed(fields.Nested(DesiredSituationAnswer), data_key="gewensteSituaties")


class PictureAnswer(WireSchema):
    """When it is good enough for one child, or for all."""

    item = Id(data_key="goedGenoegId")
    person = Id(data_key="persoonId", allow_none=True)
    text = Text(data_key="tekst", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class PicturesAnswer(WireSchema):
    """The pictures of good enough, side by side."""

    pictures = Listed(fields.Nested(PictureAnswer), data_key="beelden")
