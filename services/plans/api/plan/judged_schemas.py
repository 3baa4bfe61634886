"""Whether a bottom line is met, on the wire: as it comes in, and as an answer."""

from __future__ import annotations

from marshmallow import fields

from services.plans.domain.plan.bottom_lines_judged import JudgeBottomLine
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text
from shared.web.wire import ActSchema, WireSchema


class JudgeBottomLineSchema(ActSchema):
    """Judging whether a bottom line is met."""

    ACT = JudgeBottomLine
    PATH = "/dossiers/{planId}/bodemeisen/{bodemeisId}/oordelen"

    item = Id(data_key="bodemeisId", required=True)
    met = Flag(data_key="gehaald", required=True)
    evidence = Text(data_key="waaruitBlijktDat", required=True)
    judged_by = Id(data_key="beoordeeldDoor", required=True)


class FindingAnswer(WireSchema):
    """One time that it was judged."""

    met = Flag(data_key="gehaald")
    evidence = Text(data_key="waaruitBlijktDat", allow_none=True)
    judged_by = Id(data_key="beoordeeldDoor")
    at = Instant(data_key="op")


class JudgedBottomLineAnswer(WireSchema):
    """One bottom line, and what was found about it."""

    item = Id(data_key="bodemeisId")
    text = Text(data_key="tekst", allow_none=True)
    due_by = Day(data_key="uiterlijk", allow_none=True)
    met = Flag(data_key="gehaald", allow_none=True)
    findings = Listed(fields.Nested(FindingAnswer), data_key="oordelen")


class JudgedBottomLinesAnswer(WireSchema):
    """The bottom lines that hold, each with what was found between evaluations."""

    lines = Listed(fields.Nested(JudgedBottomLineAnswer), data_key="bodemeisen")
