"""The dossier: one family system's stream of events, begun before there is a plan (W0.1, W0.10)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Ground(enum.Enum):
    """Why a dossier is opened; each ground is enough on its own (W0.1, W0.10)."""

    UNSAFE_SITUATION = "unsafe-situation"
    DEVELOPMENT_THREATENED = "development-threatened"
    ABUSE_VICTIM = "abuse-victim"
    ADULT_DOMESTIC_VIOLENCE = "adult-domestic-violence"


class ExternalReference(msgspec.Struct, frozen=True):
    """The number of this family's case in another system."""

    system: str
    reference: str


class OpeningWords(msgspec.Struct, frozen=True):
    """What was said at the opening, and where else this family is known."""

    explanation: str | None = None
    references: tuple[ExternalReference, ...] = ()


class DossierOpened(Event, frozen=True):
    """A dossier was opened (W0.1)."""

    TOPIC = "plan.dossier-opened"
    NAME = "dossier-geopend"
    PARAGRAPHS = ("W0.1", "W0.10")
    BEGINS = True

    item: UUID
    words: Item[OpeningWords]
    grounds: tuple[Ground, ...]
    suspicion_only: bool


class OpenDossier(Act, frozen=True, kw_only=True):
    """Opens a dossier. A suspicion is enough; every rule then applies as for a fact (W0.1)."""

    grounds: tuple[Ground, ...]
    suspicion_only: bool = False
    explanation: str | None = None
    references: tuple[ExternalReference, ...] = ()


class Dossier:
    """When and on which grounds the dossier was opened; a part of the state."""

    def __init__(self) -> None:
        self.item: UUID | None = None
        self.opened_at: datetime | None = None
        self.event_id: UUID | None = None
        self.grounds: tuple[Ground, ...] = ()
        self.suspicion_only = False
        self.words: Sealed[OpeningWords] | None = None


_OPENED_ONCE = Rule(
    "dossier-bestaat-al",
    "W0.1",
    "Dit dossier is al geopend.",
    lambda state, act, doing: when(state[Dossier].item),
)


@catalogue.act(OpenDossier, "Dossier openen", ("W0.1", "W0.10"), (DossierOpened,))
def open_dossier(state: State, act: OpenDossier, doing: Doing) -> list[Event]:
    """The dossier begins."""
    refuse([_OPENED_ONCE], state, act, doing)
    words = seal(OpeningWords(act.explanation, act.references))
    return [DossierOpened(doing.new_id(), words, act.grounds, act.suspicion_only)]


@catalogue.sentence(DossierOpened)
def _tell(event: DossierOpened, words: Words) -> str:
    kind = "een vermoeden" if event.suspicion_only else "zorgen over de veiligheid"
    return (
        f"Het dossier is geopend vanwege {kind}. {words.text(event.words, 'explanation')}".strip()
    )


@catalogue.fold.on(DossierOpened)
def _opened(state: State, event: DossierOpened, stamp: Stamp) -> None:
    dossier = state[Dossier]
    dossier.item, dossier.words = event.item, event.words
    dossier.opened_at, dossier.grounds = stamp.effective_at, event.grounds
    dossier.suspicion_only, dossier.event_id = event.suspicion_only, stamp.event_id
