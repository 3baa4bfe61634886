"""What somebody may go by: what stands in a version of the plan, and what was said of it since.

A worker writes down what is still being talked about; a person is told once it is agreed (W8.3).
"""

from __future__ import annotations

from services.plans.domain.plan.agreements import (
    AgreementChanged,
    AgreementEnded,
    AgreementMade,
    Agreements,
)
from services.plans.domain.plan.promises import AgreementAnswer, AgreementAnswers
from services.plans.domain.plan.versions import Versions
from services.plans.domain.together.tasks import Task, Tasks, standing_tasks
from services.plans.views.versions import papers
from shared.eventbase.reach import Reaches
from shared.eventbase.state import State
from shared.web.look import Look

_WRITTEN = (AgreementMade, AgreementChanged, AgreementEnded)


def tasks_read(look: Look) -> list[Task]:
    """The tasks that this audience reads; to a person only for what was agreed by a version."""
    found = standing_tasks(look.state) if look.sight.full else _on_paper(look)
    return [task for task in found if look.sight.sees(task.item)]


def answers_read(look: Look) -> list[AgreementAnswer]:
    """What was answered to agreements as this audience reads them."""
    state = look.state if look.sight.full else _without_drafts(look)
    per_agreement = state[AgreementAnswers].of.values()
    found = [answer for answers in per_agreement for answer in answers.values()]
    # As kept, they stand in the order in which anybody answered an agreement first.
    ordered = sorted(found, key=lambda answer: (answer.at, answer.item))
    return [answer for answer in ordered if look.sight.sees(answer.item)]


def _on_paper(look: Look) -> list[Task]:
    current = look.state[Versions].current
    if current is None:
        return []
    paper = papers(look).state(current)
    agreed, reaches = {a.item for a in paper[Agreements].standing}, paper[Reaches].of
    asked = [task for task in look.state[Tasks].all.values() if not task.ended]
    theirs = [task for task in asked if task.assigned.agreement in agreed]
    return [t for t in theirs if look.person not in reaches[t.assigned.agreement].hidden_from]


def _without_drafts(look: Look) -> State:
    current = look.state[Versions].current
    since = current.at_version if current else 0
    drafts = {
        r.stamp.event_id
        for r in look.counted
        if isinstance(r.event, _WRITTEN) and r.stamp.version > since
    }
    return look.fold(look.plan_id, [r for r in look.counted if r.stamp.event_id not in drafts])
