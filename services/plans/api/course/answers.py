"""The course of a case as answers on the wire: phases, terms, transfers, closing."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.course import names
from services.plans.api.course.care_answers import ComplicatingFactorAnswer, FactorAnswer
from services.plans.api.plan import names as plan_names
from services.plans.api.plan.answers import FlagAnswer
from services.plans.api.plan.content_answers import ContentAnswer
from services.plans.domain.course.escalation import WayForward
from services.plans.domain.course.follow_up import Occasion
from services.plans.domain.course.phases import Phase
from services.plans.domain.course.transfer import TransferStatus
from services.plans.domain.plan.closing import GoodEnough
from services.plans.views.plan import PlanStatus
from shared.web.duties import ObligationAnswer
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class PhaseAnswer(WireSchema):
    """One phase, from when to when."""

    phase = WireEnum(Phase, names.PHASE, data_key="fase")
    since = Instant(data_key="van")
    until = Instant(data_key="tot", allow_none=True)


class DeclarationAnswer(WireSchema):
    """One judgement that direct safety was reached, or lost."""

    item = Id(data_key="oordeelId")
    reached = Flag(data_key="bereikt")
    people = Listed(Id(), data_key="voorWie")
    evidence = Text(data_key="waaruitBlijkt", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd", allow_none=True)
    because = Id(data_key="aanleidingId", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class PhasesAnswer(WireSchema):
    """The phase line and what it follows from."""

    phases = Listed(fields.Nested(PhaseAnswer), data_key="fasen")
    declarations = Listed(fields.Nested(DeclarationAnswer), data_key="directeVeiligheid")
    recovery_complete = Flag(data_key="herstelCompleet")


class TermAnswer(WireSchema):
    """One term for direct safety; by default: nobody set it."""

    since = Instant(data_key="van")
    until = Instant(data_key="tot")
    warns_at = Instant(data_key="waarschuwtOp")
    by_default = Flag(data_key="standaard")
    ran_out = Flag(data_key="verlopen")
    stopped_at = Instant(data_key="gestoptOp", allow_none=True)


class ConsiderationAnswer(WireSchema):
    """One consideration."""

    item = Id(data_key="afwegingId")
    options = Listed(WireEnum(WayForward, names.WAY_FORWARD), data_key="mogelijkheden")
    decision = WireEnum(WayForward, names.WAY_FORWARD, data_key="besluit")
    until = Day(data_key="tot", allow_none=True)
    weighing = Text(data_key="afweging", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Listed(Id(), data_key="geraadpleegd")
    supervisor = Id(data_key="leidinggevende", allow_none=True)
    family_informed = Flag(data_key="gezinIngelicht")
    reason_not_informed = Text(data_key="redenNietIngelicht", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class ContinuationAnswer(WireSchema):
    """One time that it was said why the plan goes on."""

    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class EscalationAnswer(WireSchema):
    """The terms, what was considered, and what is owed."""

    active_since = Instant(data_key="actiefSinds", allow_none=True)
    terms = Listed(fields.Nested(TermAnswer), data_key="termijnen")
    considerations = Listed(fields.Nested(ConsiderationAnswer), data_key="afwegingen")
    continuations = Whole(data_key="aantalKeerVrijwilligVerder")
    reviews = Listed(fields.Nested(ContinuationAnswer), data_key="voortzettingen")
    obligations = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")


class TransferAnswer(WireSchema):
    """One transfer and its answer."""

    item = Id(data_key="overdrachtId")
    receiver = Id(data_key="ontvangerId")
    team = Text(data_key="team", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    notes = Text(data_key="aandachtspunten", allow_none=True)
    at = Instant(data_key="aangebodenOp")
    status = WireEnum(TransferStatus, names.TRANSFER, data_key="stand")
    answered_at = Instant(data_key="beantwoordOp", allow_none=True)
    remark = Text(data_key="opmerking", allow_none=True)


class HandoverSummaryAnswer(ContentAnswer):
    """What whoever takes the dossier over must know."""

    responsible = Id(data_key="verantwoordelijke", allow_none=True)
    transfers = Listed(fields.Nested(TransferAnswer), data_key="overdrachten")
    status = WireEnum(PlanStatus, plan_names.STATUS, data_key="status")
    version = Whole(data_key="versie", allow_none=True)
    phases = Listed(fields.Nested(PhaseAnswer), data_key="fasen")
    risk_factors = Listed(fields.Nested(FactorAnswer), data_key="risicofactoren")
    complicating_factors = Listed(
        fields.Nested(ComplicatingFactorAnswer), data_key="complicerendeFactoren"
    )
    recovery_open = Listed(Id(), data_key="herstelNogOpen")
    obligations = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")
    flags = Listed(fields.Nested(FlagAnswer), data_key="signalen")


class HeardAnswer(WireSchema):
    """When a child was last spoken to."""

    child = Id(data_key="kindId")
    on = Day(data_key="gesprokenOp", allow_none=True)


class ClosingAnswer(WireSchema):
    """How a plan was closed."""

    at = Instant(data_key="afgeslotenOp")
    good_enough = WireEnum(GoodEnough, plan_names.GOOD_ENOUGH, data_key="goedGenoeg")
    outcome = Text(data_key="uitkomst", allow_none=True)
    comparison = Text(data_key="vergelijking", allow_none=True)
    follow_up = Text(data_key="nazorg", allow_none=True)
    follow_up_until = Day(data_key="nazorgTot", allow_none=True)
    children = Listed(fields.Nested(HeardAnswer), data_key="kinderen", allow_none=True)
    informed = Flag(data_key="iedereenIngelicht", allow_none=True)
    reason_not_informed = Text(data_key="redenNietIngelicht", allow_none=True)


class FollowUpAnswer(WireSchema):
    """One look at how it goes after the closing."""

    item = Id(data_key="nazorgcontroleId")
    occasion = WireEnum(Occasion, names.OCCASION, data_key="moment")
    good_enough = WireEnum(GoodEnough, plan_names.GOOD_ENOUGH, data_key="goedGenoeg")
    findings = Text(data_key="bevindingen", allow_none=True)
    by = Id(data_key="door")
    spoken_with = Listed(Id(), data_key="gesprokenMet")
    at = Instant(data_key="gebeurdOp")


class ClosureAnswer(WireSchema):
    """The closing and what came after it."""

    closing = fields.Nested(ClosingAnswer, data_key="afsluiting", allow_none=True)
    checks = Listed(fields.Nested(FollowUpAnswer), data_key="nazorgcontroles")
    obligations = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")
