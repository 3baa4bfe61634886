"""A difference on the wire: per item what became of it, by which events, by whom and why."""

from __future__ import annotations

from marshmallow import fields

from shared.eventbase.difference import Became, Why
from shared.eventbase.passing import Passed
from shared.web.clocks import ClocksAnswer
from shared.web.fields import Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.paging import FOLLOWING_KEY, LongQuery
from shared.web.wire import WireSchema

BECAME = {
    Became.ADDED: "toegevoegd",
    Became.CHANGED: "gewijzigd",
    Became.ENDED: "beeindigd",
    Became.CORRECTED: "gecorrigeerd",
    Became.NOT_YET: "nog-niet",
}
WHY = {
    Why.HAPPENED: "gebeurd",
    Why.LEARNED: "later-bekend",
    Why.STILL_BELIEVED: "nog-niet-gecorrigeerd",
    Why.CORRECTED: "gecorrigeerd",
    Why.NOT_YET_HAPPENED: "nog-niet-gebeurd",
    Why.NOT_YET_KNOWN: "nog-niet-bekend",
}
PASSED = {Passed.BEGAN: "begonnen", Passed.ENDED: "geeindigd", Passed.CHANGED: "veranderd"}


class DifferenceQuery(LongQuery):
    """With which pair of moments is compared; what is left out is as in the pair asked for."""

    compared_valid = Instant(data_key="vergelekenMetGeldigOp")
    compared_known = Instant(data_key="vergelekenMetBeschikbaarOp")


class WhyQuery(LongQuery):
    """With whose knowledge is compared: that of now, or of a later K than the one asked for."""

    compared_known = Instant(data_key="vergelekenMetBeschikbaarOp")


class ComparedAnswer(WireSchema):
    """The pair that was compared with."""

    NAME = "VergelekenMet"

    valid = Instant(data_key="geldigOp")
    known = Instant(data_key="beschikbaarOp")


class CorrectionAnswer(WireSchema):
    """By what an event was taken back."""

    NAME = "Correctie"

    event_id = Id(data_key="gebeurtenisId")
    reason = Text(data_key="reden", allow_none=True)
    recorded_at = Instant(data_key="vastgelegdOp", allow_none=True)
    recorded_by = Text(data_key="vastgelegdDoor")


class ChangeAnswer(ClocksAnswer):
    """One event that counts at one of the two pairs only."""

    NAME = "VerschilGebeurtenis"

    event_id = Id(data_key="gebeurtenisId")
    name = Text(data_key="gebeurtenis")
    sentence = Text(data_key="zin")
    counts = Flag(data_key="telt")
    why = WireEnum(Why, WHY, data_key="waarom")
    effective_at = Instant(data_key="gebeurdOp")
    recorded_by = Text(data_key="vastgelegdDoor")
    correction = fields.Nested(CorrectionAnswer, data_key="gecorrigeerdDoor", allow_none=True)


class PassingAnswer(WireSchema):
    """What began, ended or changed by itself."""

    NAME = "Vanzelf"

    at = Instant(data_key="op")
    passed = WireEnum(Passed, PASSED, data_key="wat")
    sentence = Text(data_key="zin")


class ItemChangedAnswer(WireSchema):
    """One item that is not the same at both pairs."""

    NAME = "VerschilOnderdeel"

    item = Id(data_key="onderdeelId")
    became = WireEnum(Became, BECAME, data_key="verandering")
    changes = Listed(fields.Nested(ChangeAnswer), data_key="gebeurtenissen")
    passings = Listed(fields.Nested(PassingAnswer), data_key="vanzelf")
    words = Listed(Text(), data_key="inWoorden")


class DifferenceAnswer(WireSchema):
    """What differs between two pairs of moments."""

    NAME = "Verschil"

    compared = fields.Nested(ComparedAnswer, data_key="vergelekenMet")
    items = Listed(fields.Nested(ItemChangedAnswer), data_key="onderdelen")
    following = Text(data_key=FOLLOWING_KEY, allow_none=True)
    words = Listed(Text(), data_key="inWoorden")
