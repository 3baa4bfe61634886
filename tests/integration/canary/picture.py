"""The acts on the picture of a family and its statements, each in an order in which it succeeds."""

from __future__ import annotations

from services.plans.api.picture import conversation_schemas as conversations
from services.plans.api.picture import framework_schemas as framework
from services.plans.api.statements import schemas as statements
from tests.integration.canary.stage import Stage


def mapped(stage: Stage, lead: str) -> None:
    """What is known and missing, who speaks to whom, and what they fear and want."""
    held = stage.done(framework.HoldDeliberationSchema)
    stage.done(framework.AnswerScaleQuestionSchema, beraadId=held, waarde=4)
    stage.done(framework.RecordFrameworkEntrySchema)
    stage.done(framework.RecordStrengthSchema)
    gap = stage.done(conversations.NoteInformationGapSchema)
    stage.done(conversations.HoldConversationSchema)
    stage.done(conversations.CloseInformationGapSchema, informatieId=gap)
    plan = stage.done(conversations.PlanConversationSchema)
    stage.done(conversations.CancelConversationSchema, geplandGesprekId=plan)
    _stated(stage, lead)


def _stated(stage: Stage, lead: str) -> None:
    owner = {"namens": "professional", "vanWie": [lead]}
    risk = stage.done(statements.FormulateRiskStatementSchema, **owner)
    wish = stage.done(statements.FormulateDesiredSituationSchema, risicoUitspraken=[risk], **owner)
    stage.done(statements.DiscussStatementSchema, uitspraakId=risk)
    stage.done(statements.WithdrawStatementSchema, uitspraakId=wish)
