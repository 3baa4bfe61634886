"""Answering a request for access, a copy or rectification: granted or not, and why (R42)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.rights.asking import (
    NOT_ANSWERED,
    REQUEST_KNOWN,
    TERM,
    Right,
    RightsRequests,
    due_at,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms, rule_of

ANSWER = "rechtenverzoek-beantwoorden"


class Outcome(enum.Enum):
    """How much of what was asked is given."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class RightsRefusal(enum.Enum):
    """Why not all of it is given (domain.md 3.5)."""

    OTHERS_PRIVACY = "others-privacy"
    GOOD_CARE = "good-care"
    NOT_ENTITLED = "not-entitled"
    OPINION = "opinion"


class AnswerWords(msgspec.Struct, frozen=True):
    """What was answered, and how it was seen who asked, if that was seen only now."""

    explanation: str
    identity: str | None = None


class RightsAnswered(Event, frozen=True):
    """A request was answered; ``refusal``: why not all of it was given (R42)."""

    TOPIC = "plan.rights-answered"
    NAME = "rechtenverzoek-beantwoord"
    PARAGRAPHS = ("R42",)
    ABOUT = "request"

    item: UUID
    words: Item[AnswerWords]
    request: UUID
    outcome: Outcome
    refusal: RightsRefusal | None = None
    consulted: UUID | None = None


class AnswerRightsRequest(Act, frozen=True, kw_only=True):
    """Records the answer, on which ground, and who was asked for advice."""

    request: UUID
    outcome: Outcome
    explanation: str
    refusal: RightsRefusal | None = None
    consulted: UUID | None = None
    identity: str | None = None


class RightsAnswer(msgspec.Struct, frozen=True):
    """One answer."""

    event: RightsAnswered
    words: Sealed[AnswerWords]
    mark: Mark


class RightsAnswers:
    """The answer to each request; a part of the state."""

    def __init__(self) -> None:
        self.to: dict[UUID, RightsAnswer] = {}


def _unexplained(state: State, act: AnswerRightsRequest, doing: Doing) -> tuple[str, ...]:
    everything = act.outcome is Outcome.GRANTED
    return when(everything is (act.refusal is not None))


def _no_opinion(state: State, act: AnswerRightsRequest, doing: Doing) -> tuple[str, ...]:
    request = state[RightsRequests].all.get(act.request)
    corrects = request is not None and request.event.right is Right.RECTIFICATION
    return when(act.refusal is RightsRefusal.OPINION and not corrects)


def _anonymous(state: State, act: AnswerRightsRequest, doing: Doing) -> tuple[str, ...]:
    request = state[RightsRequests].all.get(act.request)
    unseen = request is not None and not request.event.identified and act.identity is None
    return when(unseen and act.outcome is not Outcome.REFUSED)


_RULES = (
    REQUEST_KNOWN,
    NOT_ANSWERED,
    known_people("consulted"),
    Rule(
        "rechtenverzoek-weigergrond",
        "R42",
        "Geef een weigergrond als u niet alles geeft, en alleen dan.",
        _unexplained,
    ),
    Rule(
        "rechtenverzoek-mening",
        "R42",
        "Dat iets een mening is, is alleen een grond om niet te corrigeren.",
        _no_opinion,
    ),
    Rule(
        "rechtenverzoek-identiteit",
        "R42",
        "Stel eerst vast wie dit vraagt, en schrijf op hoe.",
        _anonymous,
    ),
)


@catalogue.act(AnswerRightsRequest, "Rechtenverzoek beantwoorden", ("R42",), (RightsAnswered,))
def answer_rights_request(state: State, act: AnswerRightsRequest, doing: Doing) -> list[Event]:
    """The request is answered."""
    refuse(_RULES, state, act, doing)
    words = seal(AnswerWords(act.explanation, act.identity))
    return [
        RightsAnswered(doing.new_id(), words, act.request, act.outcome, act.refusal, act.consulted)
    ]


_DUTCH = {
    Outcome.GRANTED: "toegewezen",
    Outcome.PARTLY: "deels toegewezen",
    Outcome.REFUSED: "afgewezen",
}


@catalogue.sentence(RightsAnswered)
def _tell(event: RightsAnswered, words: Words) -> str:
    said = words.text(event.words, "explanation")
    asked = f", na advies van {words.name(event.consulted)}" if event.consulted else ""
    return f"Een verzoek is {_DUTCH[event.outcome]}{asked}. {said}".strip()


@catalogue.fold.on(RightsAnswered)
def _answered(state: State, event: RightsAnswered, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[RightsAnswers].to[event.request] = RightsAnswer(event, event.words, mark)
    state[RightsRequests].answered[event.request] = mark
    state[Reaches].put(event.item, ())


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    requests = state[RightsRequests]
    for item, request in requests.all.items():
        due, done = due_at(state, terms, request), requests.answered.get(item)
        yield Obligation(ANSWER, rule_of(TERM), item, request.mark, due, done)


catalogue.duty(Duty(ANSWER, "R42", "het verzoek om inzage of correctie beantwoorden", _owed))
