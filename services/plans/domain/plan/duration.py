"""How long agreements and the plan last, and what is over and must be discussed (S6.6, W10.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.agreements import Agreement, Agreements
from services.plans.domain.plan.closing import NOT_CLOSED, Closing
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

_DAYS = catalogue.threshold("R34", 14)


class ExpectedEndWords(msgspec.Struct, frozen=True):
    """Why the plan is expected to last so long."""

    reason: str


class PlanEndExpected(Event, frozen=True):
    """It was said until when the plan is expected to last (W10.1). It ends nothing by itself."""

    TOPIC = "plan.end-expected"
    NAME = "looptijd-verwacht"
    PARAGRAPHS = ("W10.1",)

    item: UUID
    words: Item[ExpectedEndWords]
    until: date


class ExpectPlanEnd(Act, frozen=True, kw_only=True):
    """Records until when the plan is expected to last; it replaces an earlier expectation."""

    until: date
    reason: str


class ExpectedEnd(msgspec.Struct, frozen=True):
    """The expectation that stands."""

    item: UUID
    until: date
    words: Sealed[ExpectedEndWords]


class Duration:
    """What was last expected of the plan; a part of the state."""

    def __init__(self) -> None:
        self.expected: ExpectedEnd | None = None


def over(state: State, day: date) -> list[Agreement]:
    """Agreements whose last day has passed and of which nobody said what now (S6.6)."""
    return [a for a in state[Agreements].standing if a.valid_until and a.valid_until < day]


def expiring(state: State, day: date, terms: Terms) -> list[Agreement]:
    """Agreements whose last day is near: they belong on the agenda (R34)."""
    last = day + timedelta(days=terms.number(_DAYS, day))
    return [a for a in state[Agreements].standing if a.valid_until and day <= a.valid_until <= last]


def endless(state: State) -> list[Agreement]:
    """Agreements that say of no day that it is the last."""
    return [agreement for agreement in state[Agreements].standing if not agreement.valid_until]


@catalogue.act(ExpectPlanEnd, "Looptijd verwachten", ("W10.1",), (PlanEndExpected,))
def expect_plan_end(state: State, act: ExpectPlanEnd, doing: Doing) -> list[Event]:
    """It is known what to expect; the plan itself has no end date."""
    refuse([NOT_CLOSED], state, act, doing)
    return [PlanEndExpected(doing.new_id(), seal(ExpectedEndWords(act.reason)), act.until)]


@catalogue.sentence(PlanEndExpected)
def _tell(event: PlanEndExpected, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Het plan is naar verwachting nodig tot {event.until:%d-%m-%Y}. {reason}".strip()


@catalogue.fold.on(PlanEndExpected)
def _expected(state: State, event: PlanEndExpected, stamp: Stamp) -> None:
    state[Duration].expected = ExpectedEnd(event.item, event.until, event.words)
    state[Reaches].put(event.item, ())


def _passed(state: State, at: datetime) -> tuple[str, ...]:
    expected = state[Duration].expected
    passed = expected is not None and expected.until < local_day(at)
    return when(passed and state[Closing].closed is None)


catalogue.flag(
    Flag(
        "afspraak-zonder-duur",
        "S6.6",
        "Bij afspraak {} staat niet tot wanneer zij geldt.",
        lambda state, at: [str(agreement.item) for agreement in endless(state)],
    ),
    Flag(
        "afspraak-afgelopen",
        "S6.6",
        "Afspraak {} is afgelopen. Bespreek hoe het verder gaat.",
        lambda state, at: [str(agreement.item) for agreement in over(state, local_day(at))],
    ),
    Flag(
        "verwachte-looptijd-voorbij",
        "W10.1",
        "Het plan duurt langer dan verwacht. Bespreek hoe lang het nog nodig is.",
        _passed,
    ),
)
