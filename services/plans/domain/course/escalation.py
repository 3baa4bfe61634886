"""Considering other actions when direct safety is not reached: a person decides (W10.2, R11)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.consulting import ASK_ANOTHER
from services.plans.domain.family.people import PartyKind, People, known_people
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

_FREE_CONTINUATIONS = 2


class WayForward(enum.Enum):
    """What can be decided when it is not safe in time."""

    CONTINUE_VOLUNTARY = "continue-voluntary"
    REPORT_VT = "report-vt"
    REQUEST_RVDK = "request-rvdk"
    JB_TABLE = "jb-table"
    OTHER = "other"


class ConsiderationWords(msgspec.Struct, frozen=True):
    """How the options were weighed, why it was decided so, and why the family was not told."""

    weighing: str
    reason: str
    reason_not_informed: str | None = None


class EscalationConsidered(Event, frozen=True):
    """Other actions were considered, and a person decided (W10.2).

    Its topic and name stand in the clear, and do not tell what was decided.
    """

    TOPIC = "plan.way-forward-weighed"
    NAME = "vervolg-afgewogen"
    PARAGRAPHS = ("W10.2",)

    item: UUID
    words: Item[ConsiderationWords]
    options: tuple[WayForward, ...]
    decision: WayForward
    decided_by: UUID
    family_informed: bool
    until: date | None = None
    consulted: tuple[UUID, ...] = ()
    supervisor: UUID | None = None


class ConsiderEscalation(Act, frozen=True, kw_only=True):
    """Records what was weighed and decided, by whom, after asking whom, and who was told.

    ``until``: the last day of the new term when it is decided to go on voluntarily.
    ``supervisor``: the supervisor who was asked, needed from the third such decision on.
    """

    options: tuple[WayForward, ...]
    decision: WayForward
    weighing: str
    reason: str
    decided_by: UUID
    family_informed: bool
    until: date | None = None
    consulted: tuple[UUID, ...] = ()
    supervisor: UUID | None = None
    reason_not_informed: str | None = None


class Consideration(msgspec.Struct, frozen=True):
    """One consideration as it stands in the dossier."""

    event: EscalationConsidered
    mark: Mark

    @property
    def continues(self) -> bool:
        """Whether it was decided to go on in the voluntary framework."""
        return self.event.decision is WayForward.CONTINUE_VOLUNTARY


class Considerations:
    """All considerations, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Consideration] = []

    @property
    def continuations(self) -> int:
        """How often it was decided to go on in the voluntary framework."""
        return sum(each.continues for each in self.all)


def _continues(act: ConsiderEscalation) -> bool:
    return act.decision is WayForward.CONTINUE_VOLUNTARY


def _endless(state: State, act: ConsiderEscalation, doing: Doing) -> tuple[str, ...]:
    return when(_continues(act) and act.until is None)


def _over(state: State, act: ConsiderEscalation, doing: Doing) -> tuple[str, ...]:
    return when(act.until and act.until < local_day(act.effective_at or doing.now))


def _third(state: State, act: ConsiderEscalation, doing: Doing) -> tuple[str, ...]:
    often = state[Considerations].continuations >= _FREE_CONTINUATIONS
    return when(_continues(act) and often and act.supervisor is None)


def _no_supervisor(state: State, act: ConsiderEscalation, doing: Doing) -> tuple[str, ...]:
    known = state[People].all.get(act.supervisor) if act.supervisor else None
    layman = known is not None and known.kind is not PartyKind.PROFESSIONAL
    return when(layman or (act.supervisor and act.supervisor == act.decided_by))


_RULES = (
    known_people("decided_by", "consulted", "supervisor"),
    ASK_ANOTHER,
    Rule(
        "afweging-zonder-mogelijkheden",
        "W10.2",
        "Zeg welke mogelijkheden zijn afgewogen; die waarvoor is gekozen hoort erbij.",
        lambda state, act, doing: when(act.decision not in act.options),
    ),
    Rule(
        "doorgaan-zonder-termijn",
        "W10.2",
        "Zeg tot wanneer het vrijwillig verdergaat.",
        _endless,
    ),
    Rule("doorgaan-tot-voorbij", "W10.2", "De laatste dag is al voorbij.", _over),
    Rule(
        "doorgaan-zonder-leidinggevende",
        "R11",
        "Dit is de derde keer of vaker dat het vrijwillig verdergaat. Overleg eerst met een "
        "leidinggevende.",
        _third,
    ),
    Rule(
        "leidinggevende-onjuist",
        "R11",
        "De leidinggevende is een andere beroepskracht dan wie dit besluit neemt.",
        _no_supervisor,
    ),
    Rule(
        "gezin-niet-ingelicht-over-vervolg",
        "W10.2",
        "Leg uit waarom het gezin niet over dit besluit is ingelicht.",
        lambda state, act, doing: when(not act.family_informed and not act.reason_not_informed),
    ),
)


@catalogue.act(ConsiderEscalation, "Escalatie overwegen", ("W10.2",), (EscalationConsidered,))
def consider_escalation(state: State, act: ConsiderEscalation, doing: Doing) -> list[Event]:
    """The consideration is recorded. What was decided is still to be done, by people."""
    refuse(_RULES, state, act, doing)
    return [
        EscalationConsidered(
            item=doing.new_id(),
            words=seal(ConsiderationWords(act.weighing, act.reason, act.reason_not_informed)),
            options=act.options,
            decision=act.decision,
            decided_by=act.decided_by,
            family_informed=act.family_informed,
            until=act.until,
            consulted=act.consulted,
            supervisor=act.supervisor,
        )
    ]


_DUTCH = {
    WayForward.CONTINUE_VOLUNTARY: "vrijwillig verdergaan",
    WayForward.REPORT_VT: "melden bij Veilig Thuis",
    WayForward.REQUEST_RVDK: "een onderzoek vragen bij de Raad voor de Kinderbescherming",
    WayForward.JB_TABLE: "naar de jeugdbeschermingstafel",
    WayForward.OTHER: "iets anders",
}


@catalogue.sentence(EscalationConsidered)
def _tell(event: EscalationConsidered, words: Words) -> str:
    until = f" tot en met {event.until:%d-%m-%Y}" if event.until else ""
    what = f"{_DUTCH[event.decision]}{until}, besloten door {words.name(event.decided_by)}"
    return f"Afgewogen hoe het verdergaat: {what}. {words.text(event.words, 'reason')}".strip()


@catalogue.fold.on(EscalationConsidered)
def _considered(state: State, event: EscalationConsidered, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Considerations].all.append(Consideration(event, mark))
    state[Reaches].put(event.item, ())


def _alone(state: State, at: datetime) -> list[str]:
    alone = [c for c in state[Considerations].all if not c.event.consulted]
    return [f"{c.mark.at:%d-%m-%Y}" for c in alone if c.event.supervisor is None]


catalogue.flag(
    Flag(
        "vervolg-zonder-overleg",
        "W10.2",
        "Over het vervolg dat op {} is afgewogen, is niemand geraadpleegd.",
        _alone,
    )
)
