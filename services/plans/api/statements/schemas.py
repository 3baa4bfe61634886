"""Formulating, discussing and withdrawing statements, on the wire."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.plans.api.family.schemas import people
from services.plans.api.statements import names
from services.plans.domain.statements.desired_situations import FormulateDesiredSituation
from services.plans.domain.statements.discussing import DiscussStatement, Reaction
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.risk_statements import FormulateRiskStatement
from services.plans.domain.statements.withdrawing import WithdrawStatement
from shared.web.fields import Id, Listed, Text, WireEnum
from shared.web.wire import ActSchema, WireSchema

_ONE_STATEMENT = "/dossiers/{planId}/uitspraken/{uitspraakId}"


class _StatementSchema(ActSchema):
    """Whose a statement is, and for whom."""

    role = WireEnum(OwnerRole, names.OWNER_ROLE, data_key="namens", required=True)
    owners = people("vanWie", required=True)
    text = Text(data_key="tekst", required=True)
    affects = people("voorWie")
    hidden_from = people("verborgenVoor")


class FormulateRiskStatementSchema(_StatementSchema):
    """Formulating a risk statement."""

    ACT = FormulateRiskStatement
    PATH = "/dossiers/{planId}/risico-uitspraken"

    about = Text(data_key="waarover", required=True)
    effect = Text(data_key="mogelijkGevolg")


class FormulateDesiredSituationSchema(_StatementSchema):
    """Formulating a desired situation."""

    ACT = FormulateDesiredSituation
    PATH = "/dossiers/{planId}/gewenste-situaties"

    risk_statements = people("risicoUitspraken", required=True)
    signs = Listed(Text(), most=50, data_key="waaraanTeZien")
    at_0 = Text(500, data_key="betekenisVan0")
    at_10 = Text(500, data_key="betekenisVan10")


class ReactionSchema(WireSchema):
    """What one person said."""

    person = Id(data_key="persoonId", required=True)
    text = Text(data_key="tekst", required=True)

    @post_load
    def reaction(self, data: dict[str, Any], **_: Any) -> Reaction:
        """The reaction that was written."""
        return Reaction(**data)


class DiscussStatementSchema(ActSchema):
    """Discussing a statement with people who are together."""

    ACT = DiscussStatement
    PATH = f"{_ONE_STATEMENT}/besprekingen"

    statement = Id(data_key="uitspraakId", required=True)
    people = people("met", required=True)
    reactions = Listed(fields.Nested(ReactionSchema), most=50, data_key="reacties")


class WithdrawStatementSchema(ActSchema):
    """Withdrawing a statement."""

    ACT = WithdrawStatement
    PATH = f"{_ONE_STATEMENT}/intrekkingen"

    statement = Id(data_key="uitspraakId", required=True)
    reason = Text(data_key="reden", required=True)
