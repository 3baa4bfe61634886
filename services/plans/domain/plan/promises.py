"""Promises: whoever must keep an agreement accepts or declines it (W7.1, W4.2)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.family.voice import SPEAKERS, SPEAKS_NOW, own_voice
from services.plans.domain.plan.agreements import (
    Agreement,
    AgreementChanged,
    Agreements,
)
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class PromiseWords(msgspec.Struct, frozen=True):
    """What somebody said to it; when they decline: why."""

    reason: str | None = None


class AgreementAnswered(Event, frozen=True):
    """Somebody who must keep an agreement accepted it, or declined it (W7.1)."""

    TOPIC = "plan.agreement-answered"
    NAME = "afspraak-beantwoord"
    PARAGRAPHS = ("W7.1", "W4.2")
    ABOUT = "agreement"

    item: UUID
    words: Item[PromiseWords]
    agreement: UUID
    person: UUID
    accepted: bool


class AnswerAgreement(Act, frozen=True, kw_only=True):
    """Accepts or declines an agreement, in one's own name or by way of a worker, on their word.

    ``person``: who answers; left out, whoever's token it is.
    """

    ROLES = SPEAKERS

    agreement: UUID
    accepted: bool
    person: UUID | None = None
    reason: str | None = None


class AgreementAnswer(msgspec.Struct, frozen=True):
    """What one person last answered to one agreement, as it reads now."""

    item: UUID
    agreement: UUID
    person: UUID
    accepted: bool
    words: Sealed[PromiseWords]
    at: datetime


class AgreementAnswers:
    """Per agreement what each person answered; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, dict[UUID, AgreementAnswer]] = defaultdict(dict)


def unconfirmed(state: State, agreement: Agreement) -> list[UUID]:
    """Those who must keep it and have not accepted it as it reads now."""
    answers = state[AgreementAnswers].of.get(agreement.item, {})
    accepted = {person for person, answer in answers.items() if answer.accepted}
    return [person for person in agreement.responsible if person not in accepted]


def _speaker(state: State, act: AnswerAgreement, doing: Doing) -> UUID | None:
    return own_voice(state, doing) or act.person


def _in_anothers_name(state: State, act: AnswerAgreement, doing: Doing) -> tuple[str, ...]:
    voice = own_voice(state, doing)
    return when(voice is not None and act.person not in (None, voice))


def _standing(state: State, item: UUID) -> Agreement | None:
    return next((each for each in state[Agreements].standing if each.item == item), None)


def _unknown(state: State, act: AnswerAgreement, doing: Doing) -> tuple[str, ...]:
    voice, agreement = own_voice(state, doing), _standing(state, act.agreement)
    if agreement is None:
        return when(True)
    return when(voice is not None and not _reads(state, voice, agreement))


def _reads(state: State, person: UUID, agreement: Agreement) -> bool:
    # What is hidden from somebody, not theirs to keep or still in no version, is not there. Nor
    # are words that are still in no version: nobody can promise what they did not read.
    reach, current = state[Reaches].of.get(agreement.item, Reach()), state[Versions].current
    on_paper = current is not None and agreement.changed <= current.at_version
    return on_paper and person in agreement.responsible and reach.includes(person)


def _not_theirs(state: State, act: AnswerAgreement, doing: Doing) -> tuple[str, ...]:
    agreement = _standing(state, act.agreement)
    speaker = _speaker(state, act, doing)
    heard = own_voice(state, doing) is None
    return when(heard and agreement is not None and speaker not in agreement.responsible)


def _too_early(state: State, act: AnswerAgreement, doing: Doing) -> tuple[str, ...]:
    # Of whom it may be hidden, the moment is not asked (SPEAKS_NOW).
    if own_voice(state, doing) is not None:
        return ()
    known = state[Agreements].all.get(act.agreement)
    return when(known is not None and act.effective_at and act.effective_at < known.since)


_RULES = (
    known_people("person"),
    SPEAKS_NOW,
    Rule("antwoord-namens-uzelf", "W7.1", "U antwoordt alleen voor uzelf.", _in_anothers_name),
    Rule("antwoord-afspraak-onbekend", "W7.1", "Deze afspraak geldt niet (meer).", _unknown),
    Rule(
        "antwoord-van-een-ander",
        "W7.1",
        "Alleen wie deze afspraak nakomt, kan haar bevestigen of afwijzen.",
        _not_theirs,
    ),
    Rule(
        "antwoord-voor-afspraak",
        "W7.1",
        "Toen luidde deze afspraak nog anders. Kies een later moment.",
        _too_early,
    ),
    Rule(
        "afspraak-afgewezen-zonder-reden",
        "W7.1",
        "Schrijf op waarom de afspraak niet lukt.",
        lambda state, act, doing: when(not act.accepted and not act.reason),
    ),
)


@catalogue.act(AnswerAgreement, "Afspraak beantwoorden", ("W7.1", "W4.2"), (AgreementAnswered,))
def answer_agreement(state: State, act: AnswerAgreement, doing: Doing) -> list[Event]:
    """The agreement is promised, or it is known that it is not. The last answer counts."""
    refuse(_RULES, state, act, doing)
    person, words = _speaker(state, act, doing), seal(PromiseWords(act.reason))
    if person is None:
        return []
    return [AgreementAnswered(doing.new_id(), words, act.agreement, person, act.accepted)]


@catalogue.sentence(AgreementAnswered)
def _tell(event: AgreementAnswered, words: Words) -> str:
    done = "bevestigd" if event.accepted else "afgewezen"
    reason = words.text(event.words, "reason")
    return f"Een afspraak is {done} door {words.name(event.person)}. {reason}".strip()


@catalogue.fold.on(AgreementChanged)
def _changed(state: State, event: AgreementChanged, stamp: Stamp) -> None:
    # Nobody promised what it says now.
    state[AgreementAnswers].of.pop(event.item, None)


@catalogue.fold.on(AgreementAnswered)
def _answered(state: State, event: AgreementAnswered, stamp: Stamp) -> None:
    answer = AgreementAnswer(
        event.item,
        event.agreement,
        event.person,
        event.accepted,
        event.words,
        stamp.effective_at,
    )
    state[AgreementAnswers].of[event.agreement][event.person] = answer
    secret = state[Reaches].of.get(event.agreement, Reach(hidden_from=frozenset({event.person})))
    state[Reaches].put(event.item, (event.person,), secret.hidden_from)


def _declined(state: State, at: datetime) -> list[str]:
    answers = state[AgreementAnswers].of
    return [
        str(agreement.item)
        for agreement in state[Agreements].standing
        if any(not answer.accepted for answer in answers.get(agreement.item, {}).values())
    ]


catalogue.flag(
    Flag(
        "afspraak-afgewezen",
        "W7.1",
        "Wie afspraak {} moet nakomen, heeft haar afgewezen.",
        _declined,
    )
)
