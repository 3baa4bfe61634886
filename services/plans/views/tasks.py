"""Who does what: tasks and whether they were promised, what was taken over, who coordinates."""

from __future__ import annotations

import enum

from services.plans.domain.plan.promises import AgreementAnswer
from services.plans.domain.together.coordination import Coordinated, Coordination
from services.plans.domain.together.takeovers import TakeOver, TakeOvers
from services.plans.domain.together.tasks import Task
from services.plans.views.agreed import answers_read, tasks_read
from services.plans.views.parts.content import Data
from shared.eventbase.reach import Reaches
from shared.web.look import Look


class TaskStatus(enum.Enum):
    """What the party said to a task."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


def tasks_view(look: Look) -> Data:
    """To a person: what is asked of them, and what others promised that they may count on.

    Whether others were asked, and did not answer or declined, is for those with full sight.
    """
    sees, tasks = look.sight.sees, tasks_read(look)
    takeovers = look.state[TakeOvers].all.values()
    return {
        "tasks": [_task(look, task) for task in tasks],
        "promised": [task.item for task in tasks if task.accepted],
        "takeovers": [_takeover(look, each) for each in takeovers if sees(each.taken.item)],
        "coordination": _coordination(look),
        "answers": [_answer(look, each) for each in answers_read(look)],
    }


def _status(task: Task) -> TaskStatus:
    if task.answer is None:
        return TaskStatus.OPEN
    return TaskStatus.ACCEPTED if task.accepted else TaskStatus.DECLINED


def _task(look: Look, task: Task) -> Data:
    assigned, answer = task.assigned, task.answer
    said = look.sight.said(assigned.words)
    known = look.sight.known((assigned.party,))
    data: Data = {
        "item": task.item,
        "task": said("task"),
        "party": known[0] if known else None,
        "valid_from": assigned.valid_from,
        "valid_until": assigned.valid_until,
        "status": _status(task),
    }
    if not look.sight.full:
        return data
    return data | {
        "agreement": assigned.agreement,
        "shared_with": assigned.shared_with,
        "hidden_from": sorted(look.sight.reach(task.item).hidden_from),
        "reason": look.sight.said(answer.words)("reason") if answer else None,
        "answered_at": answer.mark.at if answer else None,
        "in_own_name": answer.own if answer else None,
    }


def _takeover(look: Look, takeover: TakeOver) -> Data:
    taken = takeover.taken
    who = look.sight.known((taken.from_person, taken.by))
    return {
        "item": taken.item,
        "task": look.sight.said(taken.words)("task"),
        "from_person": taken.from_person if taken.from_person in who else None,
        "by": taken.by if taken.by in who else None,
        "first_day": taken.first_day,
        "last_day": taken.last_day,
        "returned_at": takeover.returned_at,
        "how": look.sight.said(takeover.returned)("how"),
    }


def _coordination(look: Look) -> Data | None:
    current = _coordinated(look)
    if current is None:
        return None
    who = look.sight.known((current.coordinator, *((current.backup,) if current.backup else ())))
    return {
        "coordinator": current.coordinator if current.coordinator in who else None,
        "backup": current.backup if current.backup in who else None,
        "participants": look.sight.known(current.participants),
        "contact_moments": look.sight.said(current.words)("contact_moments"),
        "at": current.at,
    }


def _coordinated(look: Look) -> Coordinated | None:
    """What holds; to a person as if nothing that is hidden from them had taken its place.

    Whoever is left out of it openly reads none: that they no longer take part is theirs to know.
    """
    agreed = look.state[Coordination].all
    told = [each for each in agreed if look.sight.full or not _kept_from(look, each)]
    return told[-1] if told and look.sight.sees(told[-1].item) else None


def _kept_from(look: Look, each: Coordinated) -> bool:
    still = each.item in look.now[Reaches].of
    return not still or look.person in look.sight.reach(each.item).hidden_from


def _answer(look: Look, answer: AgreementAnswer) -> Data:
    return {
        "agreement": answer.agreement,
        "person": answer.person,
        "accepted": answer.accepted,
        "reason": look.sight.said(answer.words)("reason"),
        "at": answer.at,
    }
