"""A family in memory: acts are decided and folded as the record does it, without any I/O."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from services.evaluations.domain import catalogue
from services.evaluations.domain.children.children import NameChildren
from services.evaluations.domain.followed.elsewhere import Elsewhere
from services.evaluations.domain.followed.events import (
    DossierBegun,
    FirstVersionMade,
    NextVersionMade,
    PersonJoined,
    UnsafetyJudged,
)
from services.evaluations.domain.followed.values import (
    Cause,
    CauseKind,
    ItemKind,
    PartyKind,
    PlanItem,
    Rhythm,
    Unsafety,
)
from services.evaluations.domain.sitting.answering import AnswerQuestion
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessing import AssessItem
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from services.evaluations.domain.sitting.evaluations import Manner
from services.evaluations.domain.sitting.rating import RateSafety
from services.evaluations.domain.sitting.ratings import ScaleQuestion
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.act import Act
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.obligation import Obligation
from shared.eventbase.rule import Refused
from shared.eventbase.state import State

LATE = datetime(2099, 1, 1, tzinfo=UTC)
TERMS = catalogue.terms()


def at(text: str) -> datetime:
    """``2025-03-14 10:00`` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def uid(number: int) -> UUID:
    """A fixed id that tells two things apart."""
    return UUID(int=number, version=4)


PLAN = uid(1)
MIRJAM, STEFAN, ELS, NOOR, FATMA, BAS = (uid(n) for n in range(11, 17))
B1, B2, B3, A1, A2, A3, A4, A5, A6 = (uid(n) for n in range(21, 30))
BOTTOM_LINES, AGREEMENTS = (B1, B2, B3), (A1, A2, A3, A4, A5, A6)
READERS = (MIRJAM, STEFAN, ELS)
ITEMS = tuple(PlanItem(item, ItemKind.BOTTOM_LINE) for item in BOTTOM_LINES) + tuple(
    PlanItem(item, ItemKind.AGREEMENT, date(2025, 3, 1), readers=READERS) for item in AGREEMENTS
)
WEEKLY = Rhythm(date(2025, 3, 14), 1)
VANGNET = Actor("vangnet", "service")
WORKER = Actor("fatma", "worker")


def person(who: UUID) -> Actor:
    """The token of an involved person."""
    return Actor(f"sub-{who.int}", "person", who)


class Case:
    """One plan: its history and acts so far, and the clock, which only goes forward."""

    def __init__(self, now: str = "2025-03-10 09:00", first_id: int = 1000) -> None:
        self.history: list[Recorded[Any]] = []
        self.deeds: list[tuple[Act, list[Any]]] = []
        self.now = at(now)
        self._ids = (uid(n) for n in count(first_id))

    def state(self, valid: datetime = LATE, known: datetime = LATE) -> State:
        """The plan at (V, K); without moments, all that is known."""
        return catalogue.fold(PLAN, known_and_effective(self.history, Moment(valid, known)))

    def backwards(self) -> State:
        """All that is known, as if it had come in the other way round."""
        return catalogue.fold(PLAN, self.history[::-1])

    def obligations(self) -> list[Obligation]:
        """All that had to be done, by what is known now."""
        return catalogue.obligations(self.state(), TERMS)

    def do(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> list[Any]:
        """Performs an act; its events are stamped and recorded as they are in the record."""
        self.now = self.now + timedelta(seconds=1) if now is None else at(now)
        doing = Doing(actor, self.now, lambda: next(self._ids))
        events = list(catalogue.decide(self.state(), act, doing))
        happened = act.effective_at or self.now
        for event in events:
            self._record(event, happened, act, actor)
        self.deeds.append((act, events))
        return events

    @property
    def done(self) -> list[Act]:
        """The acts that were performed."""
        return [act for act, _ in self.deeds]

    def follow(self, event: Event, now: str, known: str | None = None) -> UUID:
        """Follows an event of plans; gives its id."""
        return self._store(event, at(now), at(known or now), "plans", Act(), Actor("plans", "x"))

    def happen(self, event: Event) -> None:
        """What the service itself records, because of something that was done elsewhere."""
        self.now += timedelta(seconds=1)
        self._record(event, self.now, Act(), VANGNET)

    def _record(self, event: Event, happened: datetime, act: Act, actor: Actor) -> None:
        self._store(event, happened, self.now, None, act, actor)

    def _store(
        self,
        event: Event,
        happened: datetime,
        recorded: datetime,
        source: str | None,
        act: Act,
        actor: Actor,
    ) -> UUID:
        stream = event.stream_id(PLAN)
        version = 1 + sum(r.stamp.stream_id == stream for r in self.history)
        stamp = Stamp(
            next(self._ids),
            PLAN,
            stream,
            version,
            next(self._ids),
            actor.subject,
            actor.role,
            happened,
            actor.person,
            act.learned_at,
            act.learned_by,
            recorded,
            len(self.history) + 1,
            source,
        )
        self.history.append(Recorded(event, stamp))
        return stamp.event_id

    def event_id(self, event: Event) -> UUID:
        """The id under which an event was recorded."""
        return next(r.stamp.event_id for r in self.history if r.event is event)

    def refused(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> set[str]:
        """The names of the rules that an act breaks; it must break one."""
        return {broken.rule for broken in self.broken(act, now, actor)}

    def broken(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> tuple[Any, ...]:
        """Everything that an act breaks; it must break something."""
        try:
            self.do(act, now, actor)
        except Refused as refused:
            return refused.broken
        raise AssertionError("the act was not refused")


def version(
    number: int,
    cause: Cause | None = None,
    items: Sequence[PlanItem] = ITEMS,
    schedule: Rhythm | None = WEEKLY,
) -> FirstVersionMade | NextVersionMade:
    """A version of the plan as plans tells of it."""
    made = FirstVersionMade if number == 1 else NextVersionMade
    because = cause or Cause(CauseKind.ACTIVATION if number == 1 else CauseKind.REQUEST)
    return made(number, because, False, tuple(items), schedule, FATMA)


def family(
    hidden: dict[UUID, tuple[UUID, ...]] | None = None,
    acute: bool = False,
    children: tuple[UUID, ...] | None = (),
) -> Case:
    """The Zilverberg family (fictional) with version 1 of the plan in force since 10 March.

    ``children``: who were named as the children of the plan at once; None: nobody said.
    """
    case = Case()
    case.follow(DossierBegun(), "2025-03-10 09:10")
    for who, kind in (
        (MIRJAM, PartyKind.FAMILY),
        (STEFAN, PartyKind.FAMILY),
        (NOOR, PartyKind.FAMILY),
        (BAS, PartyKind.FAMILY),
        (ELS, PartyKind.NETWORK),
        (FATMA, PartyKind.PROFESSIONAL),
    ):
        case.follow(PersonJoined(who, kind, (hidden or {}).get(who, ())), "2025-03-10 09:20")
    if acute:
        case.follow(UnsafetyJudged(Unsafety.ACUTE), "2025-03-10 09:40")
    case.follow(version(1), "2025-03-10 16:30")
    if children is not None:
        case.do(NameChildren(children=children), "2025-03-10 16:31")
    return case


def start(
    case: Case, now: str, plan_version: int = 1, people: Sequence[UUID] = (MIRJAM, ELS)
) -> UUID:
    """Begins an evaluation; gives its id."""
    act = StartEvaluation(
        plan_version=plan_version, manner=Manner.DELIBERATION, participants=tuple(people)
    )
    evaluation: UUID = case.do(act, now)[0].evaluation
    return evaluation


def rate(evaluation: UUID, who: UUID, value: int | None, **more: Any) -> RateSafety:
    """A safety rating; None for "wil niet zeggen"."""
    return RateSafety(
        evaluation=evaluation,
        person=who,
        question=more.pop("question", ScaleQuestion.SAFETY),
        value=value,
        declined=value is None,
        **more,
    )


def answer(evaluation: UUID, question: Question, text: str = "Het gaat beter.") -> AnswerQuestion:
    """An answer of all together."""
    return AnswerQuestion(evaluation=evaluation, question=question, text=text)


def assess(evaluation: UUID, item: UUID, verdict: Verdict = Verdict.YES) -> AssessItem:
    """An assessment of one item."""
    return AssessItem(evaluation=evaluation, item=item, verdict=verdict, evidence="Gezien.")


def fill(case: Case, evaluation: UUID, people: Sequence[UUID] = (MIRJAM, ELS)) -> None:
    """Everything that an evaluation needs to be complete."""
    for who in people:
        case.do(rate(evaluation, who, 6))
    for question in Question:
        case.do(answer(evaluation, question))
    for item in (*BOTTOM_LINES, *AGREEMENTS):
        case.do(assess(evaluation, item))


def evaluated(case: Case, now: str, plan_version: int = 1) -> UUID:
    """A complete evaluation, held at a moment; gives its id."""
    evaluation = start(case, now, plan_version)
    fill(case, evaluation)
    for item in case.state()[Elsewhere].known_at(case.now):
        case.do(assess(evaluation, item))
    case.do(CompleteEvaluation(evaluation=evaluation))
    return evaluation
