"""The plan, its history and the dossiers, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.groundwork.answers import (
    AssessmentAnswer,
    ClassificationAnswer,
    ConsultationAnswer,
    ExceptionAnswer,
    MessagesAnswer,
    OpeningAnswer,
    ReportAnswer,
)
from services.plans.api.groundwork.meldcode_schemas import MeldcodeAnswer
from services.plans.api.picture.answers import (
    ConcernAnswer,
    EarlierPlanAnswer,
    EarlierPlanCheckAnswer,
    SupportPlanAnswer,
)
from services.plans.api.plan import names
from services.plans.api.plan.content_answers import ContentAnswer, PersonAnswer
from services.plans.api.rights.answers import OwnStatementAnswer
from services.plans.domain.family.safe_contact import Channel
from services.plans.domain.plan.versions import Path
from services.plans.views.plan import PlanStatus
from shared.web.duties import ObligationAnswer
from shared.web.fields import Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.history import EventAnswer
from shared.web.paging import FOLLOWING_KEY
from shared.web.wire import QuerySchema, WireSchema


class FlagAnswer(WireSchema):
    """One open point."""

    rule = Text(data_key="regel")
    paragraph = Text(data_key="paragraaf")
    message = Text(data_key="melding")


class PlanAnswer(ContentAnswer):
    """The plan as it is at (V, K)."""

    plan_id = Id(data_key="planId")
    status = WireEnum(PlanStatus, names.STATUS, data_key="status")
    version = Whole(data_key="versie", allow_none=True)
    made_at = Instant(data_key="vastgesteldOp", allow_none=True)
    path = WireEnum(Path, names.PATH, data_key="pad", allow_none=True)
    case_lead = Id(data_key="casusregisseur", allow_none=True)
    opened_at = Instant(data_key="geopendOp")
    opening = fields.Nested(OpeningAnswer, data_key="opening")
    classification = fields.Nested(ClassificationAnswer, data_key="onveiligheid", allow_none=True)
    consultations = Listed(fields.Nested(ConsultationAnswer), data_key="raadplegingen")
    assessments = Listed(fields.Nested(AssessmentAnswer), data_key="risicotaxaties")
    meldcode = fields.Nested(MeldcodeAnswer, data_key="meldcode")
    messages = Listed(fields.Nested(MessagesAnswer), data_key="boodschappen")
    reports = Listed(fields.Nested(ReportAnswer), data_key="meldingen")
    exceptions = Listed(fields.Nested(ExceptionAnswer), data_key="uitzonderingen")
    good_enough = Text(data_key="goedGenoeg", allow_none=True)
    concerns = Listed(fields.Nested(ConcernAnswer), data_key="zorgen")
    earlier_plan_checks = Listed(
        fields.Nested(EarlierPlanCheckAnswer), data_key="eerderePlannenNagegaan"
    )
    earlier_plans = Listed(fields.Nested(EarlierPlanAnswer), data_key="eerderePlannen")
    support_plans = Listed(fields.Nested(SupportPlanAnswer), data_key="ondersteuningsplannen")
    flags = Listed(fields.Nested(FlagAnswer), data_key="signalen")
    revision = Text(data_key="revisie")


class ObligationsAnswer(WireSchema):
    """All that must be, or was, done in a dossier, and what is incomplete."""

    obligations = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")
    flags = Listed(fields.Nested(FlagAnswer), data_key="signalen")


class HistoryEntryAnswer(EventAnswer):
    """One event of a dossier, with what people have to say of what it is about."""

    recorded_late = Flag(data_key="laatVastgelegd")
    own_statements = Listed(fields.Nested(OwnStatementAnswer), data_key="eigenVerklaringen")


class HistoryAnswer(WireSchema):
    """The history of a dossier."""

    entries = Listed(fields.Nested(HistoryEntryAnswer), data_key="gebeurtenissen")
    following = Text(data_key=FOLLOWING_KEY, allow_none=True)


class DossierAnswer(WireSchema):
    """One dossier in the list."""

    plan_id = Id(data_key="planId")
    opened_at = Instant(data_key="geopendOp")
    status = WireEnum(PlanStatus, names.STATUS, data_key="status")
    version = Whole(data_key="versie", allow_none=True)
    case_lead = Id(data_key="casusregisseur", allow_none=True)


class DossiersAnswer(WireSchema):
    """One page of dossiers."""

    dossiers = Listed(fields.Nested(DossierAnswer), data_key="dossiers")
    following = Text(data_key="volgende", allow_none=True)


class InvolvedAnswer(PersonAnswer):
    """One person, and since when they have no part any more."""

    departed_at = Instant(data_key="vertrokkenOp")


class PeopleAnswer(WireSchema):
    """Who has to do with a dossier."""

    people = Listed(fields.Nested(InvolvedAnswer), data_key="personen")


class PageQuery(QuerySchema):
    """Which page."""

    after = Text(200, data_key="na")
    limit = Whole(1, 100, data_key="limit")


class SafeContactAnswer(WireSchema):
    """How one person can safely be reached."""

    person = Id(data_key="persoonId")
    channel = WireEnum(Channel, family_names.CHANNEL, data_key="kanaal")
    address = Text(data_key="adres", allow_none=True)
    instructions = Text(data_key="aanwijzingen", allow_none=True)
