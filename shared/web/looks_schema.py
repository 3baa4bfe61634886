"""Who looked at a plan, on the wire."""

from __future__ import annotations

from marshmallow import fields

from shared.access.log import Action, Outcome
from shared.access.role import Role
from shared.web.fields import Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import QuerySchema, WireSchema


class LooksQuery(QuerySchema):
    """Which page of looks."""

    after = Text(200, data_key="na")
    limit = Whole(1, 100, data_key="limit")


class LookAnswer(WireSchema):
    """One look, or one refused try. ``geldigOp`` and ``beschikbaarOp``: what it was a look at."""

    NAME = "Blik"

    at = Instant(data_key="op")
    subject = Text(data_key="wie")
    role = WireEnum(Role, {role: role.wire for role in Role}, data_key="rol")
    person = Id(data_key="persoonId", allow_none=True)
    action = WireEnum(Action, {action: action.value for action in Action}, data_key="handeling")
    operation = Text(data_key="wat")
    version = Whole(data_key="versie", allow_none=True)
    about = Id(data_key="overWie", allow_none=True)
    valid = Instant(data_key="geldigOp", allow_none=True)
    known = Instant(data_key="beschikbaarOp", allow_none=True)
    outcome = WireEnum(Outcome, {each: each.value for each in Outcome}, data_key="uitkomst")
    reason = Text(data_key="reden", allow_none=True)


class LooksAnswer(WireSchema):
    """One page of looks, oldest first."""

    NAME = "Inzage"

    looks = Listed(fields.Nested(LookAnswer), data_key="inzage")
    following = Text(data_key="volgende", allow_none=True)
