"""Tasks: who of all parties does what for an agreement, and whether they said so (W7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.agreements import AgreementChanged, AgreementMade, Agreements
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.passing import Passing, days_passed
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class TaskWords(msgspec.Struct, frozen=True):
    """What the party does."""

    task: str


class AnswerWords(msgspec.Struct, frozen=True):
    """What the party said to it; when they decline: why."""

    reason: str | None = None


class TaskEndingWords(msgspec.Struct, frozen=True):
    """Why a task is no longer asked of somebody."""

    reason: str


class TaskAssigned(Event, frozen=True):
    """A party was asked to do something for an agreement (W7.1).

    ``shared_with``: who else counts on it, once the party has accepted.
    """

    TOPIC = "plan.task-assigned"
    NAME = "taak-toegewezen"
    PARAGRAPHS = ("W7.1",)

    item: UUID
    words: Item[TaskWords]
    agreement: UUID
    party: UUID
    valid_from: date
    valid_until: date | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class TaskAnswered(Event, frozen=True):
    """The party accepted a task, or declined it (W7.1)."""

    TOPIC = "plan.task-answered"
    NAME = "taak-beantwoord"
    PARAGRAPHS = ("W7.1",)
    ABOUT = "task"

    item: UUID
    words: Item[AnswerWords]
    task: UUID
    accepted: bool


class TaskEnded(Event, frozen=True):
    """A task is no longer asked of its party (W7.1)."""

    TOPIC = "plan.task-ended"
    NAME = "taak-beeindigd"
    PARAGRAPHS = ("W7.1",)
    ENDS = True

    item: UUID
    words: Item[TaskEndingWords]


class Answer(msgspec.Struct, frozen=True):
    """What a party last answered. ``own``: in their own name, and not by way of a worker."""

    item: UUID
    accepted: bool
    words: Sealed[AnswerWords]
    mark: Mark
    own: bool


class Task(msgspec.Struct):
    """One task. ``settled`` is what first ended the wait for an answer."""

    assigned: TaskAssigned
    mark: Mark
    answer: Answer | None = None
    settled: Mark | None = None
    ended: bool = False

    @property
    def item(self) -> UUID:
        """The id of the task."""
        return self.assigned.item

    @property
    def accepted(self) -> bool:
        """Whether the party promised it. What nobody promised, nobody can count on."""
        return self.answer is not None and self.answer.accepted


class Tasks:
    """All tasks, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Task] = {}


def standing_tasks(state: State) -> list[Task]:
    """The tasks that are still asked of somebody: an agreement that ended takes its tasks along."""
    agreements = {agreement.item for agreement in state[Agreements].standing}
    tasks = state[Tasks].all.values()
    return [task for task in tasks if not task.ended and task.assigned.agreement in agreements]


@catalogue.by_itself
def _days(state: State, words: Words) -> Iterator[Passing]:
    for task in standing_tasks(state):
        asked = task.assigned
        what = f"De taak van {words.name(asked.party)} ({words.text(asked.words, 'task')})"
        yield from days_passed(task.item, what, task.mark.at, asked.valid_from, asked.valid_until)


@catalogue.fold.on(TaskAssigned)
def _assigned(state: State, event: TaskAssigned, stamp: Stamp) -> None:
    task = Task(event, Mark(stamp.event_id, stamp.effective_at))
    state[Tasks].all[event.item] = task
    _put(state, task)


@catalogue.fold.on(TaskAnswered)
def _answered(state: State, event: TaskAnswered, stamp: Stamp) -> None:
    state[Reaches].put(event.item, ())
    task = state[Tasks].all.get(event.task)
    if task is None:
        return
    mark = Mark(stamp.event_id, stamp.effective_at)
    own = stamp.person == task.assigned.party
    task.answer = Answer(event.item, event.accepted, event.words, mark, own)
    task.settled = task.settled or mark
    _put(state, task)
    state[Reaches].put(event.item, (task.assigned.party,), _hidden_from(state, task))


@catalogue.fold.on(TaskEnded)
def _ended(state: State, event: TaskEnded, stamp: Stamp) -> None:
    task = state[Tasks].all.get(event.item)
    if task is not None:
        task.ended = True
        task.settled = task.settled or Mark(stamp.event_id, stamp.effective_at)


@catalogue.fold.on(AgreementMade, AgreementChanged)
def _agreement_hidden(state: State, event: AgreementMade | AgreementChanged, stamp: Stamp) -> None:
    # A task tells of its agreement: from whom that is hidden, the task is hidden too.
    for task in state[Tasks].all.values():
        if task.assigned.agreement == event.item:
            _put(state, task)


def _put(state: State, task: Task) -> None:
    assigned = task.assigned
    if assigned.agreement not in state[Agreements].all:
        # Of an agreement that is gone nobody knows any more whom it was hidden from.
        state[Reaches].put(assigned.item, ())
        return
    others = assigned.shared_with if task.accepted else ()
    state[Reaches].put(assigned.item, (assigned.party, *others), _hidden_from(state, task))


def _hidden_from(state: State, task: Task) -> frozenset[UUID]:
    agreement = state[Reaches].of.get(task.assigned.agreement, Reach())
    return agreement.hidden_from | frozenset(task.assigned.hidden_from)


@catalogue.sentence(TaskAssigned)
def _tell_assigned(event: TaskAssigned, words: Words) -> str:
    return f"Aan {words.name(event.party)} is een taak gevraagd: {words.text(event.words, 'task')}"


@catalogue.sentence(TaskAnswered)
def _tell_answered(event: TaskAnswered, words: Words) -> str:
    done = "bevestigd" if event.accepted else "afgewezen"
    return f"Een taak is {done}. {words.text(event.words, 'reason')}".strip()


@catalogue.sentence(TaskEnded)
def _tell_ended(event: TaskEnded, words: Words) -> str:
    return f"Een taak is beëindigd, omdat: {words.text(event.words, 'reason')}"
