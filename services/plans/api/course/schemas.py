"""Direct safety, its term, and what then: the acts on the wire."""

from __future__ import annotations

from services.plans.api.course import names
from services.plans.api.family.schemas import people
from services.plans.api.plan import names as plan_names
from services.plans.domain.course.direct_safety import (
    DeclareDirectSafetyLost,
    DeclareDirectSafetyReached,
)
from services.plans.domain.course.escalation import ConsiderEscalation, WayForward
from services.plans.domain.course.follow_up import CheckFollowUp, Occasion
from services.plans.domain.course.plan_age import ReviewContinuation
from services.plans.domain.course.safety_term import SetDirectSafetyTerm
from services.plans.domain.course.transferring import (
    AcknowledgeTransfer,
    DeclineTransfer,
    OfferTransfer,
)
from services.plans.domain.plan.closing import GoodEnough
from shared.web.fields import Day, Flag, Id, Listed, Text, WireEnum
from shared.web.wire import ActSchema

_SAFETY = "/dossiers/{planId}/directe-veiligheid"
_ONE_TRANSFER = "/dossiers/{planId}/overdrachten/{overdrachtId}"


class DeclareDirectSafetyReachedSchema(ActSchema):
    """Declaring for whom direct safety is reached."""

    ACT = DeclareDirectSafetyReached
    PATH = f"{_SAFETY}/bereikt"

    people = people("voorWie", least=1, required=True)
    evidence = Text(data_key="waaruitBlijkt", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd")
    evaluation = Id(data_key="evaluatieId")


class DeclareDirectSafetyLostSchema(ActSchema):
    """Declaring for whom direct safety is lost."""

    ACT = DeclareDirectSafetyLost
    PATH = f"{_SAFETY}/verloren"

    people = people("voorWie", least=1, required=True)
    evidence = Text(data_key="waaruitBlijkt", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    incident = Id(data_key="voorvalId")


class SetDirectSafetyTermSchema(ActSchema):
    """Setting the term in which direct safety must be reached."""

    ACT = SetDirectSafetyTerm
    PATH = f"{_SAFETY}/termijnen"

    until = Day(data_key="tot", required=True)
    reason = Text(data_key="reden", required=True)


class ConsiderEscalationSchema(ActSchema):
    """Considering other actions."""

    ACT = ConsiderEscalation
    PATH = "/dossiers/{planId}/afwegingen"

    options = Listed(
        WireEnum(WayForward, names.WAY_FORWARD), 1, 5, data_key="mogelijkheden", required=True
    )
    decision = WireEnum(WayForward, names.WAY_FORWARD, data_key="besluit", required=True)
    until = Day(data_key="tot")
    weighing = Text(data_key="afweging", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = people("geraadpleegd")
    supervisor = Id(data_key="leidinggevende")
    family_informed = Flag(data_key="gezinIngelicht", required=True)
    reason_not_informed = Text(data_key="redenNietIngelicht")


class ReviewContinuationSchema(ActSchema):
    """Judging why the plan goes on."""

    ACT = ReviewContinuation
    PATH = "/dossiers/{planId}/voortzettingen"

    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd")


class OfferTransferSchema(ActSchema):
    """Offering the dossier to another team."""

    ACT = OfferTransfer
    PATH = "/dossiers/{planId}/overdrachten"

    receiver = Id(data_key="ontvangerId", required=True)
    team = Text(200, data_key="team", required=True)
    reason = Text(data_key="reden", required=True)
    notes = Text(data_key="aandachtspunten")


class AcknowledgeTransferSchema(ActSchema):
    """Acknowledging a transfer."""

    ACT = AcknowledgeTransfer
    PATH = f"{_ONE_TRANSFER}/bevestigingen"

    transfer = Id(data_key="overdrachtId", required=True)
    remark = Text(data_key="opmerking")


class DeclineTransferSchema(ActSchema):
    """Declining a transfer."""

    ACT = DeclineTransfer
    PATH = f"{_ONE_TRANSFER}/weigeringen"

    transfer = Id(data_key="overdrachtId", required=True)
    remark = Text(data_key="reden", required=True)


class CheckFollowUpSchema(ActSchema):
    """Looking how it goes after the closing."""

    ACT = CheckFollowUp
    PATH = "/dossiers/{planId}/nazorgcontroles"

    occasion = WireEnum(Occasion, names.OCCASION, data_key="moment", required=True)
    good_enough = WireEnum(GoodEnough, plan_names.GOOD_ENOUGH, data_key="goedGenoeg", required=True)
    findings = Text(data_key="bevindingen", required=True)
    by = Id(data_key="door", required=True)
    spoken_with = people("gesprokenMet")
