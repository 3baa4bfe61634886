"""What must be known at a closing besides the plan: children spoken, everybody informed (R40).

Both happen elsewhere. The worker says here what was done; what is left out stays in sight.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from services.plans.domain.family.people import People
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State


class ChildHeard(CoreValue, frozen=True):
    """The day on which a child was last spoken to; None: it was not spoken to."""

    child: UUID
    on: date | None = None


def _unknown(state: State, act: Any, doing: Doing) -> list[str]:
    known = state[People].all
    return [str(heard.child) for heard in act.children or () if heard.child not in known]


def _day(act: Act, doing: Doing) -> date:
    return local_day(act.effective_at or doing.now)


def _later(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    day = _day(act, doing)
    return when(any(heard.on and heard.on > day for heard in act.children or ()))


def _over(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.follow_up_until and act.follow_up_until < _day(act, doing))


EVIDENCE = (
    Rule("kind-onbekend", "R40", "Persoon {} hoort niet bij dit dossier.", _unknown),
    Rule("kindgesprek-later", "R40", "Een kind is gesproken na het afsluiten.", _later),
    Rule(
        "niet-ingelicht-zonder-reden",
        "R40",
        "Leg uit waarom niet iedereen over het afsluiten is geïnformeerd.",
        lambda state, act, doing: when(act.informed is False and not act.reason_not_informed),
    ),
    Rule("nazorg-voorbij", "R40", "De nazorg eindigt voordat het plan is afgesloten.", _over),
)
