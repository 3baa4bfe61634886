"""Deciding on a request for erasure: what is granted, on which ground, and why not all (R43)."""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.keeping import retention
from services.plans.domain.erasing.requests import OFFICE, Extent, Requests
from services.plans.domain.erasing.steps import Step
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.erasing import GROUNDS, Ground
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class RefusalGround(enum.Enum):
    """Why something that was asked for is kept."""

    OTHERS_INTEREST = "others-interest"
    LAW = "law"
    GOOD_CARE = "good-care"


class DecisionWords(msgspec.Struct, frozen=True):
    """Why it was decided so."""

    reason: str


class ErasureDecided(Step, frozen=True):
    """What of a request is granted, perhaps nothing; ``refusal``: why not all of it (R43)."""

    TOPIC = "plan.erasure-decided"
    NAME = "wissing-besloten"
    PARAGRAPHS = ("R43",)
    ABOUT = "request"

    item: UUID
    words: Item[DecisionWords]
    request: UUID
    granted: Extent
    ground: Ground
    refusal: RefusalGround | None = None


class DecideErasure(Act, frozen=True, kw_only=True):
    """Records what is granted, in the place of an earlier decision that nobody approved."""

    ROLES = OFFICE

    request: UUID
    ground: Ground
    reason: str
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False
    addresses: tuple[UUID, ...] = ()
    refusal: RefusalGround | None = None


class Decision(msgspec.Struct, frozen=True):
    """One decision, by the subject of which token, and when it was recorded; None: not yet."""

    event: ErasureDecided
    words: Sealed[DecisionWords]
    decided_by: str
    mark: Mark
    recorded_at: datetime | None


class Decisions:
    """Every decision, by request and in order, and what was approved; a part of the state."""

    def __init__(self) -> None:
        self.on: defaultdict[UUID, list[Decision]] = defaultdict(list)
        self.approved: dict[UUID, Mark] = {}

    def last(self, request: UUID) -> Decision | None:
        """The decision that counts."""
        made = self.on.get(request)
        return made[-1] if made else None


def granted_by(act: DecideErasure) -> Extent:
    """How much an act grants."""
    return Extent(act.items, act.people, act.whole, act.addresses)


def _asked(state: State, act: DecideErasure) -> Extent:
    request = state[Requests].all.get(act.request)
    return request.extent if request is not None else granted_by(act)


def _beyond(state: State, act: DecideErasure, doing: Doing) -> tuple[str, ...]:
    granted = granted_by(act)
    return when(granted.is_mixed or not granted.within(_asked(state, act)))


def _unexplained(state: State, act: DecideErasure, doing: Doing) -> tuple[str, ...]:
    everything = _asked(state, act).within(granted_by(act))
    return when(everything is (act.refusal is not None))


def _not_in_care(state: State, act: DecideErasure, doing: Doing) -> tuple[str, ...]:
    return when(act.refusal is RefusalGround.GOOD_CARE and act.ground is not Ground.TERM_OVER)


def _unasked(state: State, act: DecideErasure, doing: Doing) -> tuple[str, ...]:
    request = state[Requests].all.get(act.request)
    own = request is not None and request.asked_by is None
    return when(own and act.ground is Ground.REQUEST)


def too_early(state: State, granted: Extent, ground: Ground, doing: Doing) -> list[str]:
    """The last day of the term, while it is said to be over and is not."""
    if ground is not Ground.TERM_OVER or granted.is_nothing:
        return []
    term = retention(state, doing.terms)
    return [f"{term.last_day:%d-%m-%Y}"] if term is not None and doing.now < term.until else []


REQUEST_KNOWN = Rule(
    "wisverzoek-onbekend",
    "R43",
    "Dit wisverzoek staat niet (meer) in dit dossier.",
    lambda state, act, doing: when(act.request not in state[Requests].all),
)
NOT_APPROVED = Rule(
    "wissing-al-goedgekeurd",
    "R43",
    "De wissing is al goedgekeurd.",
    lambda state, act, doing: when(act.request in state[Decisions].approved),
)
_RULES = (
    REQUEST_KNOWN,
    NOT_APPROVED,
    Rule(
        "wissing-niet-gevraagd",
        "R43",
        "U kunt alleen toewijzen waar om is gevraagd: het hele dossier, of delen.",
        _beyond,
    ),
    Rule(
        "wissing-weigergrond",
        "R43",
        "Geef een weigergrond als u niet alles toewijst, en alleen dan.",
        _unexplained,
    ),
    Rule(
        "wissing-goede-zorg",
        "R44",
        "Goede zorg is alleen een weigergrond als de bewaartermijn voorbij is.",
        _not_in_care,
    ),
    Rule(
        "wissing-zonder-vrager",
        "R43",
        "Niemand vroeg hierom: een verzoek kan dan niet de grond zijn.",
        _unasked,
    ),
    Rule(
        "wissing-bewaartermijn",
        "R44",
        "De bewaartermijn is nog niet voorbij: die loopt tot en met {}.",
        lambda state, act, doing: too_early(state, granted_by(act), act.ground, doing),
    ),
)


@catalogue.act(DecideErasure, "Wissing besluiten", ("R43", "R44"), (ErasureDecided,))
def decide_erasure(state: State, act: DecideErasure, doing: Doing) -> list[Event]:
    """It is decided; nothing is erased before somebody else approves."""
    refuse(_RULES, state, act, doing)
    words = seal(DecisionWords(act.reason))
    return [
        ErasureDecided(doing.new_id(), words, act.request, granted_by(act), act.ground, act.refusal)
    ]


@catalogue.sentence(ErasureDecided)
def _tell(event: ErasureDecided, words: Words) -> str:
    reason = words.text(event.words, "reason")
    if event.granted.is_nothing:
        return f"Besloten is om niets te wissen. Reden: {reason}"
    how = "helemaal" if event.refusal is None else "deels"
    return f"Besloten is om {how} te wissen. Grond: {GROUNDS[event.ground]}. Reden: {reason}"


@catalogue.fold.on(ErasureDecided)
def _decided(state: State, event: ErasureDecided, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    made = Decision(event, event.words, stamp.actor, mark, stamp.recorded_at)
    state[Decisions].on[event.request].append(made)
    state[Reaches].put(event.item, ())
