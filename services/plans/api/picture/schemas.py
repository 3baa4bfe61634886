"""What is known before and around a plan, on the wire: concerns, earlier plans, support plans."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.picture import names
from services.plans.domain.groundwork.earlier_plans import CheckEarlierPlans, ReferToEarlierPlan
from services.plans.domain.groundwork.support_plans import (
    ConfirmSupportPlanMention,
    LinkSupportPlan,
)
from services.plans.domain.picture.concerns import Ascertained, RecordConcern
from services.plans.domain.picture.sharing import LeaveConcernUnshared, ShareConcern
from shared.web.fields import Day, Flag, Id, Text, WireEnum
from shared.web.wire import ActSchema

_ONE_CONCERN = "/dossiers/{planId}/zorgen/{zorgId}"
_ONE_SUPPORT_PLAN = "/dossiers/{planId}/ondersteuningsplannen/{ondersteuningsplanId}"


class RecordConcernSchema(ActSchema):
    """Recording a concern."""

    ACT = RecordConcern
    PATH = "/dossiers/{planId}/zorgen"

    what = Text(data_key="wat", required=True)
    ascertained = WireEnum(Ascertained, names.ASCERTAINED, data_key="aard", required=True)
    source = Text(200, data_key="bron", required=True)
    about = people("overWie")
    holder = Id(data_key="zorgVan")
    since = Day(data_key="sinds")
    consequence = Text(data_key="gevolgVoorKind")
    quote = Text(data_key="letterlijk")
    hidden_from = people("verborgenVoor")


class ShareConcernSchema(ActSchema):
    """Telling somebody of a concern."""

    ACT = ShareConcern
    PATH = f"{_ONE_CONCERN}/gesprekken"

    concern = Id(data_key="zorgId", required=True)
    person = Id(data_key="persoonId", required=True)
    reaction = Text(data_key="reactie")


class LeaveConcernUnsharedSchema(ActSchema):
    """Leaving a concern unshared for now."""

    ACT = LeaveConcernUnshared
    PATH = f"{_ONE_CONCERN}/niet-gedeeld"

    concern = Id(data_key="zorgId", required=True)
    reason = Text(data_key="reden", required=True)


class CheckEarlierPlansSchema(ActSchema):
    """Looking for earlier plans."""

    ACT = CheckEarlierPlans
    PATH = "/dossiers/{planId}/eerdere-plannen/nagegaan"

    found = Flag(data_key="gevonden", required=True)
    where = Text(data_key="waar", required=True)
    by = Id(data_key="door", required=True)


class ReferToEarlierPlanSchema(ActSchema):
    """Referring to an earlier plan."""

    ACT = ReferToEarlierPlan
    PATH = "/dossiers/{planId}/eerdere-plannen"

    organisation = Text(200, data_key="organisatie", required=True)
    made_on = Day(data_key="datum", required=True)
    document = Text(200, data_key="documentkenmerk")
    plan = Id(data_key="eerderPlanId")


class LinkSupportPlanSchema(ActSchema):
    """Linking a support plan."""

    ACT = LinkSupportPlan
    PATH = "/dossiers/{planId}/ondersteuningsplannen"

    system = Text(200, data_key="systeem", required=True)
    reference = Text(200, data_key="kenmerk", required=True)


class ConfirmSupportPlanMentionSchema(ActSchema):
    """Confirming that the support plan mentions this plan."""

    ACT = ConfirmSupportPlanMention
    PATH = f"{_ONE_SUPPORT_PLAN}/vermelding"

    support_plan = Id(data_key="ondersteuningsplanId", required=True)
    said_by = Text(200, data_key="bevestigdDoor", required=True)
