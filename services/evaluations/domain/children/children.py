"""Which children a plan is about: a worker says so, and says so again when it changes (S7.3).

Birth dates are content and stay with plans, and that somebody is endangered does not make them a
child. So it is recorded here by whoever knows, "none" included: a plan may be about adults only.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.recurring import as_it_happened
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import Safety
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class NamingWords(msgspec.Struct, frozen=True):
    """Why these, when that needs saying: somebody turned eighteen, or was born."""

    why: str | None = None


class ChildrenNamed(Event, frozen=True):
    """It was said which children the plan is about; this replaces what was said before (S7.3)."""

    TOPIC = "evaluation.children-named"
    NAME = "kinderen-benoemd"
    PARAGRAPHS = ("S7.3",)

    item: UUID
    words: Item[NamingWords]
    children: tuple[UUID, ...]


class NameChildren(Act, frozen=True, kw_only=True):
    """Says which children the plan is about; none when it is about adults only (W0.10)."""

    children: tuple[UUID, ...]
    why: str | None = None


class Naming(msgspec.Struct, frozen=True):
    """The children that were named at one moment."""

    mark: Mark
    children: tuple[UUID, ...]


class Spell(msgspec.Struct, frozen=True):
    """A time in which the plan was about a child. ``begun`` is None from the very first naming:

    the plan was about that child before anybody wrote it down.
    """

    child: UUID
    begun: Mark | None
    ended: Mark | None


class Children:
    """All that was said of which children the plan is about; a part of the state."""

    def __init__(self) -> None:
        self.named: list[Naming] = []

    @property
    def in_order(self) -> list[Naming]:
        """What was said, the first first."""
        return sorted(self.named, key=lambda naming: as_it_happened(naming.mark))

    @property
    def now(self) -> tuple[UUID, ...]:
        """The children as last named."""
        return self.in_order[-1].children if self.named else ()

    def spells(self) -> Iterator[Spell]:
        """Every time in which the plan was about a child."""
        since: dict[UUID, Mark | None] = {}
        for number, naming in enumerate(self.in_order):
            for child in [each for each in since if each not in naming.children]:
                yield Spell(child, since.pop(child), naming.mark)
            for child in naming.children:
                since.setdefault(child, naming.mark if number else None)
        for child, begun in since.items():
            yield Spell(child, begun, None)


@catalogue.act(NameChildren, "Kinderen benoemen", ("S7.3",), (ChildrenNamed,))
def name_children(state: State, act: NameChildren, doing: Doing) -> list[Event]:
    """These are the children that must be seen and spoken (R06, R07)."""
    refuse([known_people("children")], state, act, doing)
    return [ChildrenNamed(doing.new_id(), seal(NamingWords(act.why)), act.children)]


@catalogue.sentence(ChildrenNamed)
def _tell(event: ChildrenNamed, words: Words) -> str:
    named = f"Kinderen van dit plan: {words.names(event.children)}."
    said = named if event.children else "Dit plan gaat niet over kinderen."
    return f"{said} {words.text(event.words, 'why')}".strip()


@catalogue.fold.on(ChildrenNamed)
def _named(state: State, event: ChildrenNamed, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Children].named.append(Naming(mark, event.children))
    state[Reaches].put(event.item, ())


def _unnamed(state: State, at: datetime) -> tuple[str, ...]:
    plan = state[Plan]
    under_way = bool(state[Safety].judged or plan.versions) and plan.ended is None
    return when(under_way and not state[Children].named)


catalogue.flag(
    Flag(
        "kinderen-niet-benoemd",
        "S7.3",
        "Er is nog niet vastgelegd over welke kinderen dit plan gaat.",
        _unnamed,
    )
)
