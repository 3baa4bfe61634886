"""Scale questions in a deliberation: how worried somebody is, or how safe it is (S6.3)."""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.deliberations import Deliberations
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

_LOWEST, _HIGHEST = 0, 10
WIDE_SPREAD = catalogue.threshold("R29-spreiding", 4)


class ScaleQuestion(enum.Enum):
    """What a number answers. The two run in opposite directions and are never mixed."""

    SAFETY = "safety"
    WORRY = "worry"


class NumberWords(msgspec.Struct, frozen=True):
    """The number from 0 to 10, and why; no number when the person would not say."""

    value: int | None = None
    why: str | None = None

    @property
    def said(self) -> str:
        """The number as it reads in a sentence."""
        return "" if self.value is None else str(self.value)


class ScaleQuestionAnswered(Event, frozen=True):
    """One person answered a scale question in a deliberation, or would not (S6.3)."""

    TOPIC = "plan.scale-question-answered"
    NAME = "schaalvraag-in-beraad-beantwoord"
    PARAGRAPHS = ("S6.3",)

    item: UUID
    words: Item[NumberWords]
    deliberation: UUID
    person: UUID
    question: ScaleQuestion
    declined: bool
    about_child: UUID | None = None


class AnswerScaleQuestion(Act, frozen=True, kw_only=True):
    """Records one person's number in a deliberation, and why; or that they would not say.

    ``question``: SAFETY runs from unsafe to safe, WORRY from no worry to the greatest.
    """

    deliberation: UUID
    person: UUID
    question: ScaleQuestion
    value: int | None = None
    declined: bool = False
    why: str | None = None
    about_child: UUID | None = None


class Number(msgspec.Struct, frozen=True):
    """One person's answer."""

    event: ScaleQuestionAnswered
    at: datetime

    @property
    def words(self) -> Sealed[NumberWords]:
        """The number and the reason."""
        return self.event.words


class Numbers:
    """The answers in each sitting of a deliberation, in order; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Number]] = defaultdict(list)


def _nowhere(state: State, act: AnswerScaleQuestion, doing: Doing) -> tuple[str, ...]:
    return when(act.deliberation not in state[Deliberations].all)


def _off_scale(state: State, act: AnswerScaleQuestion, doing: Doing) -> tuple[str, ...]:
    return when(act.value is not None and not _LOWEST <= act.value <= _HIGHEST)


_RULES = (
    known_people("person", "about_child"),
    Rule("beraad-onbekend", "S6.2", "Dit beraad staat niet in dit dossier.", _nowhere),
    Rule(
        "waardering-buiten-schaal", "S6.3", "Kies een heel getal van 0 tot en met 10.", _off_scale
    ),
    Rule(
        "waardering-of-niet-zeggen",
        "S6.3",
        "Geef een getal, of leg vast dat deze persoon het niet wil zeggen.",
        lambda state, act, doing: when((act.value is None) != act.declined),
    ),
)


@catalogue.act(
    AnswerScaleQuestion, "Schaalvraag in beraad beantwoorden", ("S6.3",), (ScaleQuestionAnswered,)
)
def answer_scale_question(state: State, act: AnswerScaleQuestion, doing: Doing) -> list[Event]:
    """The answer is recorded, each person's separately."""
    refuse(_RULES, state, act, doing)
    words = seal(NumberWords(act.value, act.why))
    who = (act.deliberation, act.person, act.question, act.declined, act.about_child)
    return [ScaleQuestionAnswered(doing.new_id(), words, *who)]


_DUTCH = {
    ScaleQuestion.SAFETY: "hoe veilig het is",
    ScaleQuestion.WORRY: "hoe groot de zorgen zijn",
}


@catalogue.sentence(ScaleQuestionAnswered)
def _tell(event: ScaleQuestionAnswered, words: Words) -> str:
    who, what = words.name(event.person), _DUTCH[event.question]
    if event.declined:
        return f"{who} wil in het beraad niet zeggen {what}."
    number, why = words.text(event.words, "said"), words.text(event.words, "why")
    return f"{who} zegt in het beraad {what}: {number}. {why}".strip()


@catalogue.fold.on(ScaleQuestionAnswered)
def _answered(state: State, event: ScaleQuestionAnswered, stamp: Stamp) -> None:
    state[Numbers].of[event.deliberation].append(Number(event, stamp.effective_at))
    state[Reaches].put(event.item, ())
