"""Being open about the concerns: each is shared with people, or not yet, with a reason (S2.1)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.concerns import Concerns
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class SharingWords(msgspec.Struct, frozen=True):
    """What somebody said when they heard of the concern."""

    reaction: str | None = None


class NotSharingWords(msgspec.Struct, frozen=True):
    """Why a concern is not shared yet."""

    reason: str


class ConcernShared(Event, frozen=True):
    """Somebody was told of a concern, and what they said (S2.1)."""

    TOPIC = "plan.concern-shared"
    NAME = "zorg-gedeeld"
    PARAGRAPHS = ("S2.1",)
    ABOUT = "concern"

    item: UUID
    words: Item[SharingWords]
    concern: UUID
    person: UUID


class ConcernNotShared(Event, frozen=True):
    """It was decided not to share a concern yet (S2.1).

    Its topic and name stand in the clear, on the feed too, and do not tell what was decided.
    """

    TOPIC = "plan.sharing-decided"
    NAME = "delen-afgewogen"
    PARAGRAPHS = ("S2.1",)
    ABOUT = "concern"

    item: UUID
    words: Item[NotSharingWords]
    concern: UUID


class ShareConcern(Act, frozen=True, kw_only=True):
    """Records that somebody was told of a concern, and their reaction."""

    concern: UUID
    person: UUID
    reaction: str | None = None


class LeaveConcernUnshared(Act, frozen=True, kw_only=True):
    """Records that a concern is not shared yet, and why."""

    concern: UUID
    reason: str


class Shared(msgspec.Struct, frozen=True):
    """One time that somebody was told of a concern."""

    item: UUID
    person: UUID
    words: Sealed[SharingWords]
    at: datetime


class NotShared(msgspec.Struct, frozen=True):
    """The last decision not to share a concern yet."""

    item: UUID
    words: Sealed[NotSharingWords]
    at: datetime


class Sharing:
    """Per concern who was told of it, and why it was left unshared; a part of the state."""

    def __init__(self) -> None:
        self.told: defaultdict[UUID, list[Shared]] = defaultdict(list)
        self.left: dict[UUID, NotShared] = {}


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.concern not in state[Concerns].all)


def _hidden(state: State, act: ShareConcern, doing: Doing) -> tuple[str, ...]:
    reach = state[Reaches].of.get(act.concern, Reach())
    return when(act.person in reach.hidden_from)


_KNOWN = Rule("zorg-onbekend", "W0.7", "Deze zorg staat niet (meer) in dit dossier.", _unknown)
_NOT_HIDDEN = Rule(
    "zorg-verborgen",
    "S2.1",
    "Deze zorg is voor deze persoon verborgen. Leg haar opnieuw vast als dat niet meer hoeft.",
    _hidden,
)


@catalogue.act(ShareConcern, "Zorg delen", ("S2.1",), (ConcernShared,))
def share_concern(state: State, act: ShareConcern, doing: Doing) -> list[Event]:
    """This person knows of the concern from now."""
    refuse([_KNOWN, known_people("person"), _NOT_HIDDEN], state, act, doing)
    return [
        ConcernShared(doing.new_id(), seal(SharingWords(act.reaction)), act.concern, act.person)
    ]


@catalogue.act(LeaveConcernUnshared, "Zorg nog niet delen", ("S2.1",), (ConcernNotShared,))
def leave_concern_unshared(state: State, act: LeaveConcernUnshared, doing: Doing) -> list[Event]:
    """The reason stands beside the concern, which stays open."""
    refuse([_KNOWN], state, act, doing)
    return [ConcernNotShared(doing.new_id(), seal(NotSharingWords(act.reason)), act.concern)]


@catalogue.sentence(ConcernShared)
def _tell_shared(event: ConcernShared, words: Words) -> str:
    reaction = words.text(event.words, "reaction")
    return f"Een zorg is besproken met {words.name(event.person)}. {reaction}".strip()


@catalogue.sentence(ConcernNotShared)
def _tell_not_shared(event: ConcernNotShared, words: Words) -> str:
    return f"Een zorg is nog niet gedeeld. Reden: {words.text(event.words, 'reason')}"


@catalogue.fold.on(ConcernShared)
def _shared(state: State, event: ConcernShared, stamp: Stamp) -> None:
    told = Shared(event.item, event.person, event.words, stamp.effective_at)
    state[Sharing].told[event.concern].append(told)
    state[Reaches].put(event.item, (event.person,))


@catalogue.fold.on(ConcernNotShared)
def _not_shared(state: State, event: ConcernNotShared, stamp: Stamp) -> None:
    state[Sharing].left[event.concern] = NotShared(event.item, event.words, stamp.effective_at)
    state[Reaches].put(event.item, ())


def _unshared(state: State, at: datetime) -> list[str]:
    told = state[Sharing].told
    return [str(concern) for concern in state[Concerns].all if concern not in told]


catalogue.flag(Flag("zorg-niet-gedeeld", "S2.1", "Zorg {} is nog met niemand gedeeld.", _unshared))
