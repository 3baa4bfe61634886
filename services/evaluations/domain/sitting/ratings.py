"""Scale ratings: how safe it is to one person, or how worried that person is (S7.4, S6.3)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ScaleQuestion(enum.Enum):
    """What a number answers. The two run in opposite directions and are never mixed."""

    SAFETY = "safety"
    WORRY = "worry"


class Ends(msgspec.Struct, frozen=True):
    """What the ends of a scale mean: 0 and 10 (S6.3)."""

    zero: str
    ten: str


ENDS = {
    ScaleQuestion.SAFETY: Ends("helemaal niet veilig", "helemaal veilig"),
    ScaleQuestion.WORRY: Ends("geen zorgen", "de grootst mogelijke zorgen"),
}


class RatingWords(msgspec.Struct, frozen=True):
    """The number from 0 to 10, and why; no number when the person would not say."""

    value: int | None = None
    why: str | None = None

    @property
    def said(self) -> str:
        """The number as it reads in a sentence."""
        return "" if self.value is None else str(self.value)


class SafetyRated(Event, frozen=True):
    """One person answered a scale question, or said that they would rather not (S6.3, S7.4)."""

    TOPIC = "evaluation.safety-rated"
    NAME = "schaalvraag-beantwoord"
    PARAGRAPHS = ("S6.3", "S7.4")
    STREAM = "evaluation"

    evaluation: UUID
    item: UUID
    words: Item[RatingWords]
    person: UUID
    question: ScaleQuestion
    declined: bool
    about_child: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class Rating(msgspec.Struct, frozen=True):
    """One rating as it stands in an evaluation."""

    event: SafetyRated
    event_id: UUID

    @property
    def words(self) -> Sealed[RatingWords]:
        """The number and the reason."""
        return self.event.words


class Ratings:
    """The ratings of each evaluation, in the order they were given; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Rating]] = defaultdict(list)

    def answered(self, evaluation: UUID, question: ScaleQuestion) -> set[UUID]:
        """Who answered a question in an evaluation, or declined to."""
        given = self.of.get(evaluation, [])
        return {r.event.person for r in given if r.event.question is question}


_DUTCH = {
    ScaleQuestion.SAFETY: "hoe veilig het is",
    ScaleQuestion.WORRY: "hoe groot de zorgen zijn",
}


@catalogue.sentence(SafetyRated)
def _tell(event: SafetyRated, words: Words) -> str:
    who, what = words.name(event.person), _DUTCH[event.question]
    if event.declined:
        return f"{who} wil niet zeggen {what}."
    number, why = words.text(event.words, "said"), words.text(event.words, "why")
    return f"{who} zegt {what}: {number}. {why}".strip()


@catalogue.fold.on(SafetyRated)
def _rated(state: State, event: SafetyRated, stamp: Stamp) -> None:
    state[Ratings].of[event.evaluation].append(Rating(event, stamp.event_id))
    state[Reaches].put(event.item, (event.person,), event.hidden_from)
