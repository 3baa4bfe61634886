"""Noting what is missing, and closing that: the acts and their rules (S1.2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.conversations import Conversations
from services.plans.domain.picture.gaps import (
    GapClosingWords,
    Gaps,
    GapWords,
    InformationGapClosed,
    InformationGapNoted,
    closed,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class NoteInformationGap(Act, frozen=True, kw_only=True):
    """Notes what is missing, about whom, and until when that can wait."""

    what: str
    about: tuple[UUID, ...] = ()
    due: date | None = None


class CloseInformationGap(Act, frozen=True, kw_only=True):
    """Closes it: with the conversation in which it was asked, or with the reason why not."""

    gap: UUID
    conversation: UUID | None = None
    reason: str | None = None


def _not_open(state: State, act: CloseInformationGap, doing: Doing) -> tuple[str, ...]:
    return when(act.gap not in state[Gaps].all or closed(state, act.gap) is not None)


def _not_held(state: State, act: CloseInformationGap, doing: Doing) -> tuple[str, ...]:
    asked = act.conversation
    return when(asked is not None and asked not in state[Conversations].held)


_RULES = (
    Rule("informatie-niet-open", "S1.2", "Deze informatie staat niet (meer) open.", _not_open),
    Rule("gesprek-niet-gevoerd", "S1.2", "Dit gesprek is nog niet gevoerd.", _not_held),
    Rule(
        "informatie-zonder-antwoord",
        "S1.2",
        "Noem het gesprek waarin het is gevraagd, of waarom het niet meer nodig is.",
        lambda state, act, doing: when(act.conversation is None and act.reason is None),
    ),
)


@catalogue.act(
    NoteInformationGap, "Ontbrekende informatie noteren", ("S1.2",), (InformationGapNoted,)
)
def note_information_gap(state: State, act: NoteInformationGap, doing: Doing) -> list[Event]:
    """It stays in sight until it is closed."""
    refuse([known_people("about")], state, act, doing)
    words = seal(GapWords(act.what))
    return [InformationGapNoted(doing.new_id(), words, act.about, act.due)]


@catalogue.act(
    CloseInformationGap, "Ontbrekende informatie afhandelen", ("S1.2",), (InformationGapClosed,)
)
def close_information_gap(state: State, act: CloseInformationGap, doing: Doing) -> list[Event]:
    """It is out of sight, and how that came stays readable."""
    refuse(_RULES, state, act, doing)
    words = seal(GapClosingWords(act.reason))
    return [InformationGapClosed(doing.new_id(), words, act.gap, act.conversation)]
