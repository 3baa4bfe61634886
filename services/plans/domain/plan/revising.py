"""Revising a bottom line: other words for the same minimum, with the reason (W0.8)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.bottom_lines import (
    KNOWN_CONCERNS,
    STANDING,
    BottomLines,
    BottomLineWords,
)
from services.plans.domain.plan.keepers import hidden_from
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class BottomLineRevised(Event, frozen=True):
    """A bottom line got other content (W0.8). Who set it stays the same."""

    TOPIC = "plan.bottom-line-revised"
    NAME = "bodemeis-gewijzigd"
    PARAGRAPHS = ("W0.8",)

    item: UUID
    words: Item[BottomLineWords]
    for_people: tuple[UUID, ...]
    hidden_from: tuple[UUID, ...] = ()
    concerns: tuple[UUID, ...] = ()


class ReviseBottomLine(Act, frozen=True, kw_only=True):
    """Gives a bottom line other content, whole. ``reason``: why it is needed as it reads now."""

    item: UUID
    text: str
    reason: str
    for_people: tuple[UUID, ...]
    measurable_by: str | None = None
    concerns: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] | None = None


@catalogue.act(
    ReviseBottomLine, "Bodemeis wijzigen", ("W0.8",), (BottomLineRevised,), changes_plan=True
)
def revise_bottom_line(state: State, act: ReviseBottomLine, doing: Doing) -> list[Event]:
    """It reads like this from now; the next version shows it."""
    people = known_people("for_people", "hidden_from")
    refuse([*STANDING, people, KNOWN_CONCERNS], state, act, doing)
    words = seal(BottomLineWords(act.text, act.reason, act.measurable_by))
    hidden = hidden_from(state, act)
    return [BottomLineRevised(act.item, words, act.for_people, hidden, act.concerns)]


@catalogue.sentence(BottomLineRevised)
def _tell(event: BottomLineRevised, words: Words) -> str:
    return f"Een bodemeis is nu: {words.text(event.words, 'text')}"


@catalogue.fold.on(BottomLineRevised)
def _revised(state: State, event: BottomLineRevised, stamp: Stamp) -> None:
    line = state[BottomLines].all.get(event.item)
    if line is None:
        # Where the line itself is gone, nobody knows whom it was for.
        state[Reaches].put(event.item, ())
        return
    state[BottomLines].all[event.item] = msgspec.structs.replace(
        line,
        words=event.words,
        for_people=event.for_people,
        concerns=event.concerns,
        explained=True,
        changed=stamp.version,
        since=stamp.effective_at,
    )
    state[Reaches].put(event.item, event.for_people, event.hidden_from)
