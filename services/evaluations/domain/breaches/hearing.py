"""Hearing those of whom it is said: what they say of it, or why they were not heard (W9.2)."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.breaches.claims import KNOWN_BREACH
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class HearingWords(msgspec.Struct, frozen=True):
    """What somebody said of the claim, or why they were not heard."""

    text: str


class BreachHeard(Event, frozen=True):
    """Somebody was heard about a claim; or was not, with the reason (W9.2).

    One topic for both: it stands in the clear, and does not tell who was not heard.
    """

    TOPIC = "breach.hearing-recorded"
    NAME = "wederhoor-vastgelegd"
    PARAGRAPHS = ("W9.2",)
    STREAM = "breach"
    SUBJECT = "hearing"
    ABOUT = "breach"

    breach: UUID
    hearing: UUID
    words: Item[HearingWords]
    person: UUID
    heard: bool


class HearAboutBreach(Act, frozen=True, kw_only=True):
    """Records what somebody says of a claim, or why they were not heard: ``text`` is which."""

    breach: UUID
    person: UUID
    heard: bool
    text: str


class Hearing(msgspec.Struct, frozen=True):
    """One hearing, or one reason why there was none."""

    event: BreachHeard
    mark: Mark

    @property
    def words(self) -> Sealed[HearingWords]:
        """What was said."""
        return self.event.words


class Hearings:
    """The hearings of each claim, in the order in which they were held; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Hearing]] = defaultdict(list)


@catalogue.act(HearAboutBreach, "Wederhoor vastleggen", ("W9.2",), (BreachHeard,))
def hear_about_breach(state: State, act: HearAboutBreach, doing: Doing) -> list[Event]:
    """What was said stands beside the claim."""
    refuse([KNOWN_BREACH, known_people("person")], state, act, doing)
    words = seal(HearingWords(act.text))
    return [BreachHeard(act.breach, doing.new_id(), words, act.person, act.heard)]


@catalogue.sentence(BreachHeard)
def _tell(event: BreachHeard, words: Words) -> str:
    who, said = words.name(event.person), words.text(event.words, "text")
    if event.heard:
        return f"{who} reageert op de melding: {said}"
    return f"{who} is niet gehoord, omdat: {said}"


@catalogue.fold.on(BreachHeard)
def _heard(state: State, event: BreachHeard, stamp: Stamp) -> None:
    hearing = Hearing(event, Mark(stamp.event_id, stamp.effective_at))
    state[Hearings].of[event.breach].append(hearing)
    state[Reaches].put(event.hearing, ())
