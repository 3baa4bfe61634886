"""The meldcode, or else both messages to everybody of the family: what is still owed (W2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.dossier import Dossier
from services.plans.domain.family.people import PartyKind, People, PersonAdded
from services.plans.domain.groundwork.meldcode import Meldcode, MeldcodeDecided
from services.plans.domain.groundwork.messages_withheld import Withholding
from services.plans.domain.groundwork.suspicions import Suspicion, Suspicions
from services.plans.domain.groundwork.transparency import Message, Transparency
from services.plans.domain.groundwork.unsafety import Classifications
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

MELDCODE = "meldcode-of-boodschap"
_TERM = catalogue.threshold("R04", Term(working_days=5))


class MeldcodeMarks:
    """When the meldcode was decided, and who joined when; a part of the state."""

    def __init__(self) -> None:
        self.decided: list[Mark] = []
        self.joined: dict[UUID, Mark] = {}


@catalogue.fold.on(MeldcodeDecided)
def _decided(state: State, event: MeldcodeDecided, stamp: Stamp) -> None:
    state[MeldcodeMarks].decided.append(Mark(stamp.event_id, stamp.effective_at))


@catalogue.fold.on(PersonAdded)
def _joined(state: State, event: PersonAdded, stamp: Stamp) -> None:
    if event.kind is PartyKind.FAMILY:
        mark = Mark(stamp.event_id, stamp.effective_at)
        state[MeldcodeMarks].joined.setdefault(event.person, mark)


def family(state: State) -> list[UUID]:
    """Everybody of the family."""
    return [p.person for p in state[People].all.values() if p.kind is PartyKind.FAMILY]


def owed_to(state: State, person: UUID) -> list[Message]:
    """The messages that somebody was not given, and that nobody decided not to give (W2.2)."""
    return [message for message in Message if _done(state, person, message) is None]


def _done(state: State, person: UUID, message: Message) -> Mark | None:
    withheld = state[Withholding].of.get((person, message))
    given = state[Transparency].first.get((person, message))
    marks = (given, withheld.mark if withheld is not None else None)
    found = [mark for mark in marks if mark is not None]
    return min(found, key=lambda mark: mark.at, default=None)


def messages_owed(state: State) -> list[str]:
    """Which message was not given to whom of the family (W2.2)."""
    return [
        f"{message.value} aan {person}"
        for person in family(state)
        for message in owed_to(state, person)
    ]


def _untold(state: State, at: datetime) -> list[str]:
    if state[Classifications].current is None or state[Meldcode].is_decided:
        return []
    return messages_owed(state)


def _undecided(state: State, at: datetime) -> tuple[str, ...]:
    told = family(state) and not messages_owed(state)
    return when(state[Dossier].item and not state[Meldcode].is_decided and not told)


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    first = next((each for each in state[Suspicions].all if each.first), None)
    if first is None:
        return
    for about, opened, told in _each(state, first):
        done = [mark for mark in (*state[MeldcodeMarks].decided, told) if mark is not None]
        settled = min(done, key=lambda mark: mark.at, default=None)
        due_at = terms.due(_TERM, opened.at)
        yield Obligation(MELDCODE, rule_of(_TERM), about, opened, due_at, settled)


def _each(state: State, first: Suspicion) -> Iterator[tuple[UUID, Mark, Mark | None]]:
    """Per person of the family, or of the dossier while nobody is known of them."""
    people = family(state)
    if not people:
        yield first.item, first.mark, None
    for person in people:
        joined = state[MeldcodeMarks].joined.get(person, first.mark)
        opened = max(joined, first.mark, key=lambda mark: mark.at)
        done = [_done(state, person, message) for message in Message]
        both = [mark for mark in done if mark is not None]
        told = max(both, key=lambda mark: mark.at) if len(both) == len(done) else None
        yield person, opened, told


catalogue.duty(Duty(MELDCODE, "W2.1", "de meldcode of boodschap 2a en 2b", _owed))
catalogue.flag(
    Flag("meldcode-open", "W2.1", "Meldcode of boodschap 2a/2b.", _undecided),
    Flag("boodschap-open", "W2.2", "Boodschap {} is nog niet gegeven.", _untold),
)
