"""The acts on the picture of the family, as they come in."""

from __future__ import annotations

from services.plans.api.picture.conversation_schemas import (
    CancelConversationSchema,
    CloseInformationGapSchema,
    HoldConversationSchema,
    NoteInformationGapSchema,
    PlanConversationSchema,
)
from services.plans.api.picture.framework_schemas import (
    AnswerScaleQuestionSchema,
    HoldDeliberationSchema,
    RecordFrameworkEntrySchema,
    RecordStrengthSchema,
)
from services.plans.api.picture.schemas import (
    CheckEarlierPlansSchema,
    ConfirmSupportPlanMentionSchema,
    LeaveConcernUnsharedSchema,
    LinkSupportPlanSchema,
    RecordConcernSchema,
    ReferToEarlierPlanSchema,
    ShareConcernSchema,
)

ACT_SCHEMAS = (
    RecordConcernSchema,
    ShareConcernSchema,
    LeaveConcernUnsharedSchema,
    CheckEarlierPlansSchema,
    ReferToEarlierPlanSchema,
    LinkSupportPlanSchema,
    ConfirmSupportPlanMentionSchema,
    RecordFrameworkEntrySchema,
    RecordStrengthSchema,
    HoldDeliberationSchema,
    AnswerScaleQuestionSchema,
    NoteInformationGapSchema,
    CloseInformationGapSchema,
    PlanConversationSchema,
    HoldConversationSchema,
    CancelConversationSchema,
)
