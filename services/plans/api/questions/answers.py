"""The answer to a question, on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from services.plans.api.not_had_answers import NotHadAnswer
from services.plans.api.others import EVALUATIONS, NOTIFICATIONS, WIRE
from services.plans.api.plan.answers import PlanAnswer
from services.plans.api.plan.content_answers import BottomLineAnswer
from shared.web.fields import Flag, Listed, Text, Whole
from shared.web.wire import WireSchema


class BottomLineThenAnswer(BottomLineAnswer):
    """One bottom line, and whether it was found to be met."""

    met = Flag(data_key="gehaald", allow_none=True)


class PlanThenAnswer(PlanAnswer):
    """The plan with how its bottom lines stand."""

    bottom_lines = Listed(fields.Nested(BottomLineThenAnswer), data_key="bodemeisen")


class KnownAnswer(WireSchema):
    """What was known at one moment: of each other service what it says itself at this question."""

    evaluations = fields.Dict(data_key=WIRE[EVALUATIONS])
    notifications = fields.Dict(data_key=WIRE[NOTIFICATIONS])


class QuestionAnswer(WireSchema):
    """What was known on the day itself, and what is known of it at K."""

    number = Whole(data_key="vraag")
    text = Text(data_key="tekst")
    not_had = Listed(fields.Nested(NotHadAnswer), data_key="nietGekregen")
    to_follow = Listed(Text(), data_key="volgtNog")


def question_answer(number: int, own: type[WireSchema] | None) -> type[WireSchema]:
    """The schema of the answer to one question; ``own``: of what plans itself says."""
    plans = {} if own is None else {"plans": fields.Nested(own, data_key="plannen")}
    known = _named(f"Vraag{number}Bekend", KnownAnswer, plans)
    moments = {
        "then": fields.Nested(known, data_key="zoalsToenBekend", allow_none=True),
        "now": fields.Nested(known, data_key="zoalsNuBekend"),
    }
    return _named(f"Vraag{number}", QuestionAnswer, moments)


def _named(name: str, base: type[WireSchema], more: Mapping[str, Any]) -> type[WireSchema]:
    return type(name, (base,), {"NAME": name, **more})
