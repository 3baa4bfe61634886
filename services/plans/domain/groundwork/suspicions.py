"""Each suspicion asks for a judgement: that of the opening, and each that arises later (W1.3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.dossier import DossierOpened, Ground, OpeningWords
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class GroundWords(msgspec.Struct, frozen=True):
    """What gave rise to the new suspicion."""

    explanation: str


class GroundAdded(Event, frozen=True):
    """Something else came to be suspected in a dossier that was there already (W1.3)."""

    TOPIC = "plan.ground-added"
    NAME = "grond-toegevoegd"
    PARAGRAPHS = ("W0.1", "W1.3")

    item: UUID
    words: Item[GroundWords]
    grounds: tuple[Ground, ...]
    suspicion_only: bool


class AddGround(Act, frozen=True, kw_only=True):
    """Records a new suspicion, of the same kind as before or of another."""

    grounds: tuple[Ground, ...]
    explanation: str
    suspicion_only: bool = False


class Suspicion(msgspec.Struct, frozen=True):
    """One time that something came to be suspected. ``first``: it opened the dossier."""

    item: UUID
    words: Sealed[OpeningWords] | Sealed[GroundWords]
    grounds: tuple[Ground, ...]
    suspicion_only: bool
    first: bool
    mark: Mark

    @property
    def at(self) -> datetime:
        """When it arose."""
        return self.mark.at


class Suspicions:
    """All suspicions, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Suspicion] = []

    @property
    def grounds(self) -> set[Ground]:
        """Every ground that there is or was."""
        return {ground for each in self.all for ground in each.grounds}


@catalogue.act(AddGround, "Grond toevoegen", ("W0.1", "W1.3"), (GroundAdded,))
def add_ground(state: State, act: AddGround, doing: Doing) -> list[Event]:
    """From now on a colleague is to be consulted on this too."""
    words = seal(GroundWords(act.explanation))
    return [GroundAdded(doing.new_id(), words, act.grounds, act.suspicion_only)]


@catalogue.sentence(GroundAdded)
def _tell(event: GroundAdded, words: Words) -> str:
    kind = "een nieuw vermoeden" if event.suspicion_only else "een nieuwe zorg over de veiligheid"
    return f"Er is {kind}. {words.text(event.words, 'explanation')}".strip()


@catalogue.fold.on(DossierOpened, GroundAdded)
def _arose(state: State, event: DossierOpened | GroundAdded, stamp: Stamp) -> None:
    state[Suspicions].all.append(
        Suspicion(
            event.item,
            event.words,
            event.grounds,
            event.suspicion_only,
            isinstance(event, DossierOpened),
            Mark(stamp.event_id, stamp.effective_at),
        )
    )


@catalogue.fold.on(GroundAdded)
def _nobodys(state: State, event: GroundAdded, stamp: Stamp) -> None:
    state[Reaches].put(event.item, ())
