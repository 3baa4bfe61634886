"""What stands around the plan, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.plan import around_names as names
from services.plans.domain.plan.discussing import Agrees
from services.plans.domain.plan.emergency import Piece
from services.plans.views.adopted import AdoptionStatus
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class SafetyPieceAnswer(WireSchema):
    """One piece of the emergency plan."""

    item = Id(data_key="onderdeelId")
    piece = WireEnum(Piece, names.PIECE, data_key="soort")
    order = Whole(data_key="volgorde")
    text = Text(data_key="tekst", allow_none=True)
    for_people = Listed(Id(), data_key="voorWie")
    since = Instant(data_key="sinds")
    hidden_from = Listed(Id(), data_key="verborgenVoor")


class EmergencyAnswer(WireSchema):
    """The emergency plan, as far as one audience may read it."""

    alarm = Text(data_key="alarmnummer")
    pieces = Listed(fields.Nested(SafetyPieceAnswer), data_key="onderdelen")


class ConsentAnswer(WireSchema):
    """What one person says to the plan."""

    person = Id(data_key="persoonId")
    agrees = WireEnum(Agrees, names.AGREES, data_key="eens")
    remark = Text(data_key="opmerking", allow_none=True)
    at = Instant(data_key="op")
    in_own_name = Flag(data_key="zelfGezegd")
    plan_version = Whole(data_key="overVersie", allow_none=True)


class DiscussionAnswer(WireSchema):
    """One time that the plan was gone through with somebody."""

    person = Id(data_key="persoonId")
    by = Id(data_key="door")
    manner = Text(data_key="wijze", allow_none=True)
    said = Text(data_key="gezegd", allow_none=True)
    plan_version = Whole(data_key="overVersie", allow_none=True)
    at = Instant(data_key="op")


class ConsentsAnswer(WireSchema):
    """What everybody says to the plan, and who was not asked yet."""

    answers = Listed(fields.Nested(ConsentAnswer), data_key="instemmingen")
    discussions = Listed(fields.Nested(DiscussionAnswer), data_key="besprekingen")
    unasked = Listed(Id(), data_key="nogNietGevraagd")


class AdoptedAnswer(WireSchema):
    """One agreement that was taken over."""

    item = Id(data_key="afspraakId")
    what = Text(data_key="wat", allow_none=True)
    status = WireEnum(AdoptionStatus, names.ADOPTION, data_key="status")
    unconfirmed = Listed(Id(), data_key="nogTeBevestigenDoor")
    reason_dropped = Text(data_key="redenVervallen", allow_none=True)
    provenance = Text(data_key="herkomst", allow_none=True)
    plan = Id(data_key="eerderDossierId", allow_none=True)
    document = Text(data_key="document", allow_none=True)
    source = Id(data_key="bronId", allow_none=True)
    at = Instant(data_key="overgenomenOp")


class AdoptionsAnswer(WireSchema):
    """What was taken over from earlier plans."""

    adopted = Listed(fields.Nested(AdoptedAnswer), data_key="overgenomen")


class LastDayAnswer(WireSchema):
    """One agreement and its last day."""

    item = Id(data_key="afspraakId")
    what = Text(data_key="wat", allow_none=True)
    responsible = Listed(Id(), data_key="wie")
    valid_until = Day(data_key="geldigTot", allow_none=True)


class DurationAnswer(WireSchema):
    """How long it lasts. ``afgelopenBespreken``: over, and nobody said yet what now."""

    expected_until = Day(data_key="verwachtTot", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    expiring = Listed(fields.Nested(LastDayAnswer), data_key="looptAf")
    over = Listed(fields.Nested(LastDayAnswer), data_key="afgelopenBespreken")
    endless = Listed(fields.Nested(LastDayAnswer), data_key="zonderDuur")


class PlacedAnswer(WireSchema):
    """One thing that is worked on from the support plan."""

    item = Id(data_key="onderdeelId")
    what = Text(data_key="wat", allow_none=True)
    support_plan = Id(data_key="ondersteuningsplanId", allow_none=True)
    system = Text(data_key="systeem", allow_none=True)
    reference = Text(data_key="kenmerk", allow_none=True)
    at = Instant(data_key="sinds")


class ElsewhereAnswer(WireSchema):
    """All that is worked on from a support plan."""

    placed = Listed(fields.Nested(PlacedAnswer), data_key="eldersBelegd")
