"""Asking for access, a copy or rectification, and saying that the answer takes longer (R42)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms

TERM = catalogue.threshold("R42", Term(months=1))
EXTENDED = catalogue.threshold("R42-verlengd", Term(months=3))


class Right(enum.Enum):
    """What is asked for."""

    ACCESS = "access"
    COPY = "copy"
    RECTIFICATION = "rectification"


class RightsWords(msgspec.Struct, frozen=True):
    """What was asked, and how it was seen who asked; None: that was not seen yet."""

    what: str
    identity: str | None = None


class ExtensionWords(msgspec.Struct, frozen=True):
    """Why it takes longer."""

    reason: str


class RightsRequested(Event, frozen=True):
    """Somebody asked for what is theirs, or for what is of whom they speak for (R42).

    ``identified``: it was seen that it was them.
    """

    TOPIC = "plan.rights-requested"
    NAME = "rechtenverzoek-ontvangen"
    PARAGRAPHS = ("R42",)

    item: UUID
    words: Item[RightsWords]
    right: Right
    asked_by: UUID
    on_behalf_of: UUID | None = None
    identified: bool = False


class RightsAnswerExtended(Event, frozen=True):
    """Whoever asked was told that the answer takes two months more (R42)."""

    TOPIC = "plan.rights-answer-extended"
    NAME = "rechtenverzoek-verlengd"
    PARAGRAPHS = ("R42",)
    ABOUT = "request"

    item: UUID
    words: Item[ExtensionWords]
    request: UUID


class RecordRightsRequest(Act, frozen=True, kw_only=True):
    """Records a request, when it was received."""

    right: Right
    asked_by: UUID
    what: str
    on_behalf_of: UUID | None = None
    identity: str | None = None


class ExtendRightsAnswer(Act, frozen=True, kw_only=True):
    """Records that whoever asked was told that it takes longer, and why."""

    request: UUID
    reason: str


class RightsRequest(msgspec.Struct, frozen=True):
    """One request."""

    event: RightsRequested
    words: Sealed[RightsWords]
    mark: Mark


class Extension(msgspec.Struct, frozen=True):
    """Why an answer takes longer, and when that was said."""

    words: Sealed[ExtensionWords]
    mark: Mark


class RightsRequests:
    """Every request, which take longer, and when they were answered; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, RightsRequest] = {}
        self.extended: dict[UUID, Extension] = {}
        self.answered: dict[UUID, Mark] = {}


def due_at(state: State, terms: Terms, request: RightsRequest) -> datetime:
    """The instant from which an answer is too late."""
    long = request.event.item in state[RightsRequests].extended
    return terms.due(EXTENDED if long else TERM, request.mark.at)


def _late(state: State, act: ExtendRightsAnswer, doing: Doing) -> tuple[str, ...]:
    request = state[RightsRequests].all.get(act.request)
    said = act.effective_at or doing.now
    return when(request is not None and said >= doing.terms.due(TERM, request.mark.at))


REQUEST_KNOWN = Rule(
    "rechtenverzoek-onbekend",
    "R42",
    "Dit verzoek staat niet (meer) in dit dossier.",
    lambda state, act, doing: when(act.request not in state[RightsRequests].all),
)
NOT_ANSWERED = Rule(
    "rechtenverzoek-al-beantwoord",
    "R42",
    "Dit verzoek is al beantwoord.",
    lambda state, act, doing: when(act.request in state[RightsRequests].answered),
)
_EXTENDING = (
    REQUEST_KNOWN,
    NOT_ANSWERED,
    Rule(
        "verlenging-te-laat",
        "R42",
        "Verlengen kan alleen binnen de eerste maand na het verzoek.",
        _late,
    ),
    Rule(
        "verlenging-al-gegeven",
        "R42",
        "De termijn van dit verzoek is al verlengd.",
        lambda state, act, doing: when(act.request in state[RightsRequests].extended),
    ),
)


@catalogue.act(RecordRightsRequest, "Rechtenverzoek vastleggen", ("R42",), (RightsRequested,))
def record_rights_request(state: State, act: RecordRightsRequest, doing: Doing) -> list[Event]:
    """The request is there, and its term runs."""
    refuse([known_people("asked_by", "on_behalf_of")], state, act, doing)
    words = seal(RightsWords(act.what, act.identity))
    seen = act.identity is not None
    return [RightsRequested(doing.new_id(), words, act.right, act.asked_by, act.on_behalf_of, seen)]


@catalogue.act(ExtendRightsAnswer, "Rechtenverzoek verlengen", ("R42",), (RightsAnswerExtended,))
def extend_rights_answer(state: State, act: ExtendRightsAnswer, doing: Doing) -> list[Event]:
    """There are three months from the request."""
    refuse(_EXTENDING, state, act, doing)
    return [RightsAnswerExtended(doing.new_id(), seal(ExtensionWords(act.reason)), act.request)]


DUTCH = {
    Right.ACCESS: "inzage",
    Right.COPY: "een afschrift",
    Right.RECTIFICATION: "een correctie",
}


@catalogue.sentence(RightsRequested)
def _tell(event: RightsRequested, words: Words) -> str:
    whom = f" namens {words.name(event.on_behalf_of)}" if event.on_behalf_of else ""
    asked = f"{words.name(event.asked_by)} vraagt{whom} om {DUTCH[event.right]}."
    return f"{asked[0].upper()}{asked[1:]} {words.text(event.words, 'what')}".strip()


@catalogue.sentence(RightsAnswerExtended)
def _tell_extended(event: RightsAnswerExtended, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Het antwoord op een verzoek duurt twee maanden langer. Reden: {reason}"


@catalogue.fold.on(RightsRequested)
def _requested(state: State, event: RightsRequested, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[RightsRequests].all[event.item] = RightsRequest(event, event.words, mark)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(RightsAnswerExtended)
def _extended(state: State, event: RightsAnswerExtended, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[RightsRequests].extended[event.request] = Extension(event.words, mark)
    state[Reaches].put(event.item, ())
