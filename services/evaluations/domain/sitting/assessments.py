"""Assessing bottom lines and agreements one by one: is it met, is it kept (W8.1)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Verdict(enum.Enum):
    """Whether a bottom line is met or an agreement is kept; "unknown" is an answer (W8.1)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Evidence(msgspec.Struct, frozen=True):
    """From what one can tell."""

    evidence: str


class ItemAssessed(Event, frozen=True):
    """A bottom line or agreement was assessed (W8.1)."""

    TOPIC = "evaluation.item-assessed"
    NAME = "onderdeel-beoordeeld"
    PARAGRAPHS = ("W8.1",)
    STREAM = "evaluation"
    # Not the plan's item: what was found is not for everybody whom the agreement concerns.
    SUBJECT = "assessment"

    evaluation: UUID
    assessment: UUID
    words: Item[Evidence]
    item: UUID
    verdict: Verdict


class Assessment(msgspec.Struct, frozen=True):
    """One assessment as it stands in an evaluation."""

    event: ItemAssessed
    event_id: UUID

    @property
    def words(self) -> Sealed[Evidence]:
        """The evidence."""
        return self.event.words


class Assessments:
    """Per evaluation the latest assessment of each item; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, dict[UUID, Assessment]] = defaultdict(dict)


_DUTCH = {
    Verdict.YES: "Het lukt",
    Verdict.PARTLY: "Het lukt voor een deel",
    Verdict.NO: "Het lukt niet",
    Verdict.UNKNOWN: "Het is niet bekend of het lukt",
}


@catalogue.sentence(ItemAssessed)
def _tell(event: ItemAssessed, words: Words) -> str:
    evidence = words.text(event.words, "evidence")
    return f"Een onderdeel van het plan is beoordeeld. {_DUTCH[event.verdict]}. {evidence}".strip()


@catalogue.fold.on(ItemAssessed)
def _assessed(state: State, event: ItemAssessed, stamp: Stamp) -> None:
    state[Assessments].of[event.evaluation][event.item] = Assessment(event, stamp.event_id)
