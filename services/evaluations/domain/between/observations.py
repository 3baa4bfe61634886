"""Observations: what somebody saw of how it goes, good or not (S7.2)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.own_name import ANYBODY, admit, in_own_name, said_by
from services.evaluations.domain.followed.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ObservationWords(msgspec.Struct, frozen=True):
    """What was seen."""

    what: str


class ObservationRecorded(Event, frozen=True):
    """Somebody told what they saw. Who typed it in is in the stamp, not here (S7.2)."""

    TOPIC = "evaluation.observation-recorded"
    NAME = "waarneming-vastgelegd"
    PARAGRAPHS = ("S7.2",)
    STREAM = "observation"
    SUBJECT = "observation"

    observation: UUID
    words: Item[ObservationWords]
    observer: UUID
    about: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class RecordObservation(Act, frozen=True, kw_only=True):
    """Records what somebody saw, of whom; ``effective_at`` is when they saw it.

    Open to the network too, each in their own name: whoever uses a person's token is the observer.
    """

    ROLES = ANYBODY

    what: str
    observer: UUID | None = None
    about: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class Observation(msgspec.Struct, frozen=True):
    """One observation."""

    event: ObservationRecorded
    mark: Mark

    @property
    def words(self) -> Sealed[ObservationWords]:
        """What was seen."""
        return self.event.words


class Observations:
    """All observations by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Observation] = {}


_RULES = (
    known_people("observer", "about", "hidden_from"),
    in_own_name("observer"),
    Rule(
        "waarneming-van-niemand",
        "S7.2",
        "Noem wie dit heeft gezien.",
        lambda state, act, doing: when(said_by(act.observer, doing) is None),
    ),
)


@catalogue.act(RecordObservation, "Waarneming vastleggen", ("S7.2",), (ObservationRecorded,))
def record_observation(state: State, act: RecordObservation, doing: Doing) -> list[Event]:
    """What was seen is recorded.

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    admit(state, doing)
    refuse(_RULES, state, act, doing)
    observer = said_by(act.observer, doing)
    assert observer is not None
    words = seal(ObservationWords(act.what))
    return [ObservationRecorded(doing.new_id(), words, observer, act.about, act.hidden_from)]


@catalogue.sentence(ObservationRecorded)
def _tell(event: ObservationRecorded, words: Words) -> str:
    return f"{words.name(event.observer)} heeft gezien: {words.text(event.words, 'what')}"


@catalogue.fold.on(ObservationRecorded)
def _recorded(state: State, event: ObservationRecorded, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Observations].all[event.observation] = Observation(event, mark)
    state[Reaches].put(event.observation, (event.observer,), event.hidden_from)
