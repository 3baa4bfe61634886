"""A plan that is a year old: somebody says why it goes on (W10.3, R35)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.consulting import ASK_ANOTHER
from services.plans.domain.course.marks import earliest
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.closing import NOT_CLOSED, Closing
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

GO_ON = "reden-om-door-te-gaan"
_AGE = catalogue.threshold("R35", Term(months=12))
_ANSWERED = catalogue.threshold("R35-beoordeling", Term(working_days=10))


class ContinuationWords(msgspec.Struct, frozen=True):
    """Why the plan goes on."""

    reason: str


class ContinuationReviewed(Event, frozen=True):
    """It was judged why this plan goes on (W10.3)."""

    TOPIC = "plan.continuation-reviewed"
    NAME = "voortzetting-beoordeeld"
    PARAGRAPHS = ("W10.3",)

    item: UUID
    words: Item[ContinuationWords]
    decided_by: UUID
    consulted: UUID | None = None


class ReviewContinuation(Act, frozen=True, kw_only=True):
    """Records why the plan goes on, who decided so and after asking whom."""

    reason: str
    decided_by: UUID
    consulted: UUID | None = None


class Continuation(msgspec.Struct, frozen=True):
    """One time that it was judged so."""

    item: UUID
    words: Sealed[ContinuationWords]
    decided_by: UUID
    consulted: UUID | None
    mark: Mark


class Continuations:
    """All of them, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Continuation] = []


_IN_FORCE = Rule(
    "voortzetten-zonder-plan",
    "W10.3",
    "Er is geen vastgesteld plan om mee door te gaan.",
    lambda state, act, doing: when(state[Versions].current is None),
)


@catalogue.act(ReviewContinuation, "Voortzetting beoordelen", ("W10.3",), (ContinuationReviewed,))
def review_continuation(state: State, act: ReviewContinuation, doing: Doing) -> list[Event]:
    """The plan goes on, for this reason."""
    people = known_people("decided_by", "consulted")
    refuse([_IN_FORCE, NOT_CLOSED, people, ASK_ANOTHER], state, act, doing)
    words = seal(ContinuationWords(act.reason))
    return [ContinuationReviewed(doing.new_id(), words, act.decided_by, act.consulted)]


@catalogue.sentence(ContinuationReviewed)
def _tell(event: ContinuationReviewed, words: Words) -> str:
    by = words.name(event.decided_by)
    return f"Het plan gaat door, zegt {by}. {words.text(event.words, 'reason')}".strip()


@catalogue.fold.on(ContinuationReviewed)
def _reviewed(state: State, event: ContinuationReviewed, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Continuations].all.append(
        Continuation(event.item, event.words, event.decided_by, event.consulted, mark)
    )
    state[Reaches].put(event.item, ())


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    first = next((version.mark for version in state[Versions].all), None)
    if first is None:
        return
    closed = state[Closing].mark
    reviewed = [c.mark for c in state[Continuations].all]
    for mark, following in zip([first, *reviewed], [*reviewed, None], strict=True):
        old_at = terms.due(_AGE, mark.at)
        settled = earliest(following, closed)
        if settled is None or settled.at >= old_at:
            opened, due_at = Mark(mark.event_id, old_at), terms.due(_ANSWERED, old_at)
            # The reason is asked for in sight of a supervisor (W10.3).
            yield Obligation(GO_ON, rule_of(_AGE), None, opened, due_at, settled, old_at)


catalogue.duty(Duty(GO_ON, "W10.3", "zeggen waarom dit plan na een jaar nog doorgaat", _owed))
