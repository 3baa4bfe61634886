"""Consent to share something of somebody with another party: asked, given, refused (R41).

Who has to be asked follows from an age, which stands sealed: the view works that out.
"""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ConsentWords(msgspec.Struct, frozen=True):
    """What would be shared, and what was said to it."""

    what: str
    said: str | None = None


class ConsentAsked(Event, frozen=True):
    """Somebody was asked to let something of ``about`` be shared with a party (R41).

    Its topic and name stand in the clear, and do not tell the answer.
    """

    TOPIC = "plan.consent-asked"
    NAME = "toestemming-gevraagd"
    PARAGRAPHS = ("R41",)

    item: UUID
    words: Item[ConsentWords]
    person: UUID
    about: UUID
    party: UUID
    given: bool


class RecordConsent(Act, frozen=True, kw_only=True):
    """Records that somebody was asked, and the answer. A later answer takes its place."""

    person: UUID
    about: UUID
    party: UUID
    what: str
    given: bool
    said: str | None = None


class Consent(msgspec.Struct, frozen=True):
    """One answer."""

    item: UUID
    words: Sealed[ConsentWords]
    person: UUID
    about: UUID
    party: UUID
    given: bool
    mark: Mark


class Consents:
    """All answers, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Consent] = []

    def last(self, about: UUID, party: UUID) -> dict[UUID, Consent]:
        """The last answer of everybody who was asked about one person and one party."""
        asked = (each for each in self.all if (each.about, each.party) == (about, party))
        return {each.person: each for each in asked}

    def agreed(self, about: UUID, party: UUID) -> bool:
        """Whether somebody was asked, and nobody who was says no."""
        last = self.last(about, party).values()
        return bool(last) and all(each.given for each in last)


@catalogue.act(RecordConsent, "Toestemming vragen", ("R41",), (ConsentAsked,))
def record_consent(state: State, act: RecordConsent, doing: Doing) -> list[Event]:
    """The answer stands in the dossier; nothing is shared by it."""
    refuse([known_people("person", "about", "party")], state, act, doing)
    words = seal(ConsentWords(act.what, act.said))
    return [ConsentAsked(doing.new_id(), words, act.person, act.about, act.party, act.given)]


@catalogue.sentence(ConsentAsked)
def _tell(event: ConsentAsked, words: Words) -> str:
    who, answer = words.name(event.person), "ja" if event.given else "nee"
    whom = f"delen over {words.name(event.about)} met {words.name(event.party)}"
    return f"{who} zegt {answer} tegen {whom}. {words.text(event.words, 'said')}".strip()


@catalogue.fold.on(ConsentAsked)
def _asked(state: State, event: ConsentAsked, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    who = (event.person, event.about, event.party, event.given)
    state[Consents].all.append(Consent(event.item, event.words, *who, mark))
    state[Reaches].put(event.item, ())
