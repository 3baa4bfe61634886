"""Asking a party to do a task, hearing what they answer, and asking no longer (W7.1, R36)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.discretion import betrayed_to
from services.plans.domain.family.people import known_people
from services.plans.domain.family.voice import SPEAKERS, SPEAKS_NOW, own_voice
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.together.tasks import (
    AnswerWords,
    Task,
    TaskAnswered,
    TaskAssigned,
    TaskEnded,
    TaskEndingWords,
    Tasks,
    TaskWords,
    standing_tasks,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CONFIRM = "taak-bevestigen"
_TERM = catalogue.threshold("R36", Term(working_days=5))


class AssignTask(Act, frozen=True, kw_only=True):
    """Asks a party to do something for an agreement; it counts once they accept it."""

    agreement: UUID
    party: UUID
    task: str
    valid_from: date
    valid_until: date | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class AnswerTask(Act, frozen=True, kw_only=True):
    """The party accepts or declines, in their own name or by way of a worker, on their word."""

    ROLES = SPEAKERS

    task: UUID
    accepted: bool
    reason: str | None = None


class EndTask(Act, frozen=True, kw_only=True):
    """Asks a task of its party no longer, with the reason."""

    task: UUID
    reason: str


def _hidden(state: State, act: AssignTask, doing: Doing) -> list[str]:
    secret = state[Reaches].of.get(act.agreement, Reach()).hidden_from
    own = act.party in (secret | frozenset(act.hidden_from))
    others = [str(person) for person in act.shared_with if person in secret]
    return [str(act.party)] * own + others


def _betrays(state: State, act: AssignTask, doing: Doing) -> list[str]:
    return betrayed_to(state, (act.party,), act.shared_with, act.hidden_from)


def _found(state: State, task: UUID, doing: Doing) -> Task | None:
    # To a person a task of somebody else, or a hidden one, is one that does not exist.
    voice = own_voice(state, doing)
    held = next((each for each in standing_tasks(state) if each.item == task), None)
    reach = state[Reaches].of.get(task, Reach())
    theirs = held is not None and held.assigned.party == voice and reach.includes(voice)
    return held if voice is None or theirs else None


def _unknown(state: State, act: AnswerTask | EndTask, doing: Doing) -> tuple[str, ...]:
    return when(_found(state, act.task, doing) is None)


def _too_early(state: State, act: AnswerTask | EndTask, doing: Doing) -> tuple[str, ...]:
    # Whoever answers for themselves is asked for no moment (SPEAKS_NOW).
    task = None if own_voice(state, doing) is not None else _found(state, act.task, doing)
    return when(task is not None and act.effective_at and act.effective_at < task.mark.at)


_ASSIGNING = (
    known_people("party", "shared_with", "hidden_from"),
    Rule(
        "taak-zonder-afspraak",
        "W7.1",
        "Deze afspraak geldt niet (meer) in dit dossier.",
        lambda state, act, doing: when(
            act.agreement not in {agreement.item for agreement in state[Agreements].standing}
        ),
    ),
    Rule(
        "taak-looptijd",
        "W7.1",
        "De laatste dag ligt voor de eerste.",
        lambda state, act, doing: when(act.valid_until and act.valid_until < act.valid_from),
    ),
    Rule(
        "taak-verborgen",
        "W7.1",
        "De taak of de afspraak is verborgen voor persoon {}.",
        _hidden,
    ),
    Rule(
        "taak-verraadt-iemand",
        "W7.1",
        "Wie de taak doet, is verborgen voor persoon {}. Deel de taak niet met die persoon.",
        _betrays,
    ),
)
_KNOWN = Rule("taak-onbekend", "W7.1", "Deze taak is er niet (meer).", _unknown)
_IN_TIME = Rule(
    "taak-voor-begin",
    "W7.1",
    "Deze taak is pas daarna gevraagd. Kies een later moment.",
    _too_early,
)
_REASONED = Rule(
    "taak-afgewezen-zonder-reden",
    "W7.1",
    "Schrijf op waarom de taak niet lukt.",
    lambda state, act, doing: when(not act.accepted and not act.reason),
)


@catalogue.act(AssignTask, "Taak toewijzen", ("W7.1",), (TaskAssigned,))
def assign_task(state: State, act: AssignTask, doing: Doing) -> list[Event]:
    """The party is asked; nobody counts on it yet."""
    refuse(_ASSIGNING, state, act, doing)
    return [
        TaskAssigned(
            doing.new_id(),
            seal(TaskWords(act.task)),
            act.agreement,
            act.party,
            act.valid_from,
            act.valid_until,
            act.shared_with,
            act.hidden_from,
        )
    ]


@catalogue.act(AnswerTask, "Taak beantwoorden", ("W7.1",), (TaskAnswered,))
def answer_task(state: State, act: AnswerTask, doing: Doing) -> list[Event]:
    """The task is promised, or it is known that it is not. The last answer counts."""
    refuse([SPEAKS_NOW, _KNOWN, _IN_TIME, _REASONED], state, act, doing)
    return [TaskAnswered(doing.new_id(), seal(AnswerWords(act.reason)), act.task, act.accepted)]


@catalogue.act(EndTask, "Taak beëindigen", ("W7.1",), (TaskEnded,))
def end_task(state: State, act: EndTask, doing: Doing) -> list[Event]:
    """Nobody waits for it any more."""
    refuse([_KNOWN, _IN_TIME], state, act, doing)
    return [TaskEnded(act.task, seal(TaskEndingWords(act.reason)))]


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for task in state[Tasks].all.values():
        due_at = terms.due(_TERM, task.mark.at)
        yield Obligation(CONFIRM, rule_of(_TERM), task.item, task.mark, due_at, task.settled)


def _unanswered(state: State, at: datetime) -> list[str]:
    return [str(task.item) for task in standing_tasks(state) if task.answer is None]


def _declined(state: State, at: datetime) -> list[str]:
    tasks = standing_tasks(state)
    return [str(task.item) for task in tasks if task.answer and not task.answer.accepted]


catalogue.duty(Duty(CONFIRM, "W7.1", "een taak laten bevestigen of afwijzen", _owed))
catalogue.flag(
    Flag("taak-niet-bevestigd", "W7.1", "Taak {} is nog niet bevestigd.", _unanswered),
    Flag(
        "taak-afgewezen",
        "W7.1",
        "Taak {} is afgewezen. Vraag het iemand anders, of beëindig de taak.",
        _declined,
    ),
)
