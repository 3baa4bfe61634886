"""Going through the plan with each person, and what each of them says to it (W0.9)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import PartyKind, People, known_people
from services.plans.domain.family.voice import SPEAKERS, SPEAKS_NOW, own_voice
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Agrees(enum.Enum):
    """What somebody says to the plan."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    COULD_NOT_ANSWER = "could-not-answer"


class DiscussionWords(msgspec.Struct, frozen=True):
    """How it was discussed, and what was said."""

    manner: str
    said: str | None = None


class RemarkWords(msgspec.Struct, frozen=True):
    """What somebody adds to their answer."""

    remark: str | None = None


class PlanDiscussedWith(Event, frozen=True):
    """The plan was gone through with somebody (W0.9). ``plan_version``: None before the first."""

    TOPIC = "plan.discussed-with"
    NAME = "plan-besproken"
    PARAGRAPHS = ("W0.9",)

    item: UUID
    words: Item[DiscussionWords]
    person: UUID
    by: UUID
    plan_version: int | None = None


class PlanAgreedBy(Event, frozen=True):
    """Somebody said whether they agree with the plan (W0.9). It blocks nothing."""

    TOPIC = "plan.agreed-by"
    NAME = "instemming-vastgelegd"
    PARAGRAPHS = ("W0.9",)

    item: UUID
    words: Item[RemarkWords]
    person: UUID
    agrees: Agrees
    plan_version: int | None = None


class DiscussPlan(Act, frozen=True, kw_only=True):
    """Records that the plan was gone through with somebody: by whom, and how."""

    person: UUID
    by: UUID
    manner: str
    said: str | None = None


class AgreeToPlan(Act, frozen=True, kw_only=True):
    """Records whether somebody agrees; in their own name, or by way of a worker, on their word.

    ``person``: who says so; left out, whoever's token it is.
    """

    ROLES = SPEAKERS

    agrees: Agrees
    person: UUID | None = None
    remark: str | None = None


class Discussion(msgspec.Struct, frozen=True):
    """One time that the plan was gone through with somebody."""

    item: UUID
    person: UUID
    by: UUID
    words: Sealed[DiscussionWords]
    plan_version: int | None
    at: datetime


class Consent(msgspec.Struct, frozen=True):
    """What somebody said to the plan. ``own``: in their own name."""

    item: UUID
    person: UUID
    agrees: Agrees
    words: Sealed[RemarkWords]
    plan_version: int | None
    at: datetime
    own: bool


class Voices:
    """What was discussed with whom, and all answers, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.discussions: list[Discussion] = []
        self.answers: list[Consent] = []


def _in_anothers_name(state: State, act: AgreeToPlan, doing: Doing) -> tuple[str, ...]:
    voice = own_voice(state, doing)
    return when(voice is not None and act.person not in (None, voice))


def _of_nobody(state: State, act: AgreeToPlan, doing: Doing) -> tuple[str, ...]:
    return when(own_voice(state, doing) is None and act.person is None)


def _too_early(state: State, act: AgreeToPlan, doing: Doing) -> tuple[str, ...]:
    # When a version was made is not for everybody, so a person is not asked (SPEAKS_NOW).
    if own_voice(state, doing) is not None:
        return ()
    current = state[Versions].current
    return when(current is not None and act.effective_at and act.effective_at < current.made_at)


_ANSWER = (
    known_people("person"),
    SPEAKS_NOW,
    Rule("instemming-namens-uzelf", "W0.9", "U spreekt alleen voor uzelf.", _in_anothers_name),
    Rule("instemming-van-niemand", "W0.9", "Noem wie dit zegt.", _of_nobody),
    Rule(
        "instemming-voor-versie",
        "W0.9",
        "Toen was er deze versie van het plan nog niet. Kies een later moment.",
        _too_early,
    ),
)


@catalogue.act(DiscussPlan, "Plan bespreken", ("W0.9",), (PlanDiscussedWith,))
def discuss_plan(state: State, act: DiscussPlan, doing: Doing) -> list[Event]:
    """This person heard what is expected of them."""
    refuse([known_people("person", "by")], state, act, doing)
    words = seal(DiscussionWords(act.manner, act.said))
    return [
        PlanDiscussedWith(doing.new_id(), words, act.person, act.by, _number(state, act, doing))
    ]


@catalogue.act(AgreeToPlan, "Instemming vastleggen", ("W0.9",), (PlanAgreedBy,))
def agree_to_plan(state: State, act: AgreeToPlan, doing: Doing) -> list[Event]:
    """Their voice stands in the dossier. The plan holds, whatever they say."""
    refuse(_ANSWER, state, act, doing)
    person = own_voice(state, doing) or act.person
    if person is None:
        return []
    words = seal(RemarkWords(act.remark))
    return [PlanAgreedBy(doing.new_id(), words, person, act.agrees, _number(state, act, doing))]


def _number(state: State, act: Act, doing: Doing) -> int | None:
    return state[Versions].number_at(act.effective_at or doing.now)


_DUTCH = {
    Agrees.YES: "is het eens met het plan",
    Agrees.PARTLY: "is het deels eens met het plan",
    Agrees.NO: "is het niet eens met het plan",
    Agrees.COULD_NOT_ANSWER: "kon niet zeggen wat die van het plan vindt",
}


@catalogue.sentence(PlanDiscussedWith)
def _tell_discussed(event: PlanDiscussedWith, words: Words) -> str:
    manner = words.text(event.words, "manner")
    return f"Het plan is besproken met {words.name(event.person)}. {manner}".strip()


@catalogue.sentence(PlanAgreedBy)
def _tell_agreed(event: PlanAgreedBy, words: Words) -> str:
    name, remark = words.name(event.person), words.text(event.words, "remark")
    told = f"{name} {_DUTCH[event.agrees]}. {remark}".strip()
    return told[0].upper() + told[1:]


@catalogue.fold.on(PlanDiscussedWith)
def _discussed(state: State, event: PlanDiscussedWith, stamp: Stamp) -> None:
    discussion = Discussion(
        event.item, event.person, event.by, event.words, event.plan_version, stamp.effective_at
    )
    state[Voices].discussions.append(discussion)
    # What the worker noted of the talk is not for the other to read by itself.
    state[Reaches].put(event.item, ())


@catalogue.fold.on(PlanAgreedBy)
def _agreed(state: State, event: PlanAgreedBy, stamp: Stamp) -> None:
    own = stamp.person == event.person
    answer = Consent(
        event.item,
        event.person,
        event.agrees,
        event.words,
        event.plan_version,
        stamp.effective_at,
        own,
    )
    state[Voices].answers.append(answer)
    state[Reaches].put(event.item, (event.person,))


def _unasked(state: State, at: datetime) -> list[str]:
    if state[Versions].current is None:
        return []
    asked = {answer.person for answer in state[Voices].answers}
    people = state[People].all.values()
    family = [each.person for each in people if each.kind is PartyKind.FAMILY]
    return [str(person) for person in family if person not in asked]


def _undiscussed(state: State, at: datetime) -> tuple[str, ...]:
    return when(state[Agreements].standing and not state[Voices].discussions)


catalogue.flag(
    Flag(
        "instemming-niet-gevraagd",
        "W0.9",
        "Aan persoon {} is nog niet gevraagd of die het eens is met het plan.",
        _unasked,
    ),
    Flag(
        "afspraken-niet-besproken",
        "W0.2",
        "Afspraken niet met betrokkenen besproken.",
        _undiscussed,
    ),
)
