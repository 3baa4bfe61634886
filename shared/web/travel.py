"""Time travel on the wire: ``geldigOp`` (V) and ``beschikbaarOp`` (K), together or alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

import msgspec
import orjson
from marshmallow import fields

from shared.access.gate import FULL_SIGHT
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment
from shared.web.fields import Instant, Listed, Text, Whole, in_zulu
from shared.web.problem import InvalidParam, invalid
from shared.web.sentences import CODES, IN_FUTURE
from shared.web.spec import WebSpec
from shared.web.view import Reached, Stated, View
from shared.web.wire import QuerySchema, WireSchema

VALID_KEY = "geldigOp"
KNOWN_KEY = "beschikbaarOp"
FOLLOWED_KEY = "gevolgd"


class TravelQuery(QuerySchema):
    """The two moments that every time-travelling view takes."""

    travel_valid = Instant(data_key=VALID_KEY)
    travel_known = Instant(data_key=KNOWN_KEY)


class FollowedAnswer(WireSchema):
    """Whether all that another service had recorded of the plan by K had arrived here.

    ``missing``: how many events had not; absent when that service gives no answer.
    """

    NAME = "Gevolgd"

    service = Text(data_key="dienst", required=True)
    missing = Whole(data_key="nogNietGevolgd")


class TravelAnswer(WireSchema):
    """For which moments an answer holds, and whether the clock is a simulated one.

    ``followed``: how far others were followed then, when the past was asked for.
    """

    NAME = "Tijdreis"

    valid = Instant(data_key=VALID_KEY, required=True)
    known = Instant(data_key=KNOWN_KEY, required=True)
    followed = Listed(fields.Nested(FollowedAnswer), data_key=FOLLOWED_KEY)


class Journey(msgspec.Struct, frozen=True):
    """The moments to read at, what the answer states as K, and which were asked for.

    ``until``: K before it was clamped to what is known here.
    """

    moment: Moment
    stated_known: datetime
    asked_valid: datetime | None
    asked_known: datetime | None
    newest: datetime
    until: datetime

    @property
    def asked(self) -> bool:
        """Whether the past was asked for."""
        return self.asked_valid is not None or self.asked_known is not None

    def cut_at(self, moment: Moment) -> Journey:
        """The same, of an answer that was cut elsewhere."""
        return msgspec.structs.replace(self, moment=moment, stated_known=moment.known)


def journey(spec: WebSpec, actor: Actor, view: View, query: dict[str, Any]) -> Journey:
    """Takes the two moments out of ``query``.

    K is clamped to the last committed moment, unless ``view`` tells of more than the record. Where
    it is left out it is now, or V as far as that is past in a view that says so.
    """
    valid, known = query.pop("travel_valid", None), query.pop("travel_known", None)
    last = spec.last_recorded()
    now = _latest(spec, actor, last)
    if known is not None and known > now:
        raise invalid([InvalidParam(KNOWN_KEY, CODES[IN_FUTURE], IN_FUTURE)])
    if known is None and view.known_as_valid and valid is not None:
        known = min(valid, now)
    # What was recorded is known, also when the clock of whoever did is ahead of this one.
    newest = now if view.beyond_record else last
    clamped = newest if known is None else min(known, newest)
    # When something was last recorded, in any plan, would tell a party of what is hidden.
    stated = (known or now) if actor.role == Role.PERSON else clamped
    return Journey(Moment(valid or now, clamped), stated, valid, known, now, known or now)


def latest(spec: WebSpec, actor: Actor) -> datetime:
    """The moment it is: that of our clock, or of the last thing recorded where that is later.

    A clock that was put back, or that another one is ahead of, would leave out what is known. To
    a party it is our clock's: how far ahead an answer is given would tell when something was
    recorded that is hidden from them.
    """
    return _latest(spec, actor, spec.last_recorded())


def _latest(spec: WebSpec, actor: Actor, last: datetime) -> datetime:
    now = spec.clock()
    return now if actor.role == Role.PERSON else max(now, last)


def stated(spec: WebSpec, trip: Journey, actor: Actor, plan_id: UUID | None) -> Stated:
    """What the answer says of its moments."""
    # How much is on its way would tell a party of what is hidden.
    says = trip.asked and plan_id is not None and actor.role in FULL_SIGHT
    followed = spec.followed(plan_id, trip.until) if says and plan_id is not None else ()
    return Stated(trip.moment.valid, trip.stated_known, trip.asked, spec.simulated(), followed)


def address(path: str, query: Iterable[tuple[str, str]], moments: Stated) -> str:
    """The address of an answer itself (RFC 9110, 8.7): what was asked, at V and K as stated."""
    other = [(key, value) for key, value in query if key not in (VALID_KEY, KNOWN_KEY)]
    return f"{quote(path)}?{urlencode([*other, *_pair(moments).items()], safe=':')}"


def permanent(path: str, moment: Moment) -> str:
    """The address of what is read at ``path`` at a pair of moments."""
    return f"{path}?{urlencode(_pair(moment), safe=':')}"


def _pair(moments: Stated | Moment) -> dict[str, str]:
    return {VALID_KEY: in_zulu(moments.valid), KNOWN_KEY: in_zulu(moments.known)}


def member(moments: Stated) -> bytes:
    """The answer's ``tijdreis`` member, in bytes."""
    said: dict[str, Any] = dict(_pair(moments))
    if moments.followed:
        said[FOLLOWED_KEY] = [_followed(each) for each in moments.followed]
    if moments.simulated:
        said["klok"] = "gesimuleerd"
    return orjson.dumps(said)


def _followed(reached: Reached) -> dict[str, Any]:
    missing = {} if reached.missing is None else {"nogNietGevolgd": reached.missing}
    return {"dienst": reached.service} | missing
