"""The ten questions as routes, and what plans itself knows at each."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from services.plans.api.asking import Asking
from services.plans.api.others import Others
from services.plans.api.questions.answers import question_answer
from services.plans.api.questions.composing import Question
from services.plans.api.questions.sections import sections
from services.plans.api.questions.texts import TEXTS
from services.plans.views.looking import DossierLook
from shared.access.role import PROFESSIONALS
from shared.web.sections import Section, sections_answer, told
from shared.web.view import View
from shared.web.wire import WireSchema


def views(
    asking: Asking, others: Others, looked_at: Callable[[DossierLook], Any]
) -> Sequence[View]:
    """The ten, each with what all services say; and the parts of plans."""
    own = sections(looked_at)
    answers = {n: sections_answer(f"Vraag{n}Deel", each) for n, each in own.items()}
    asked = [Question(number, own.get(number, ()), asking, others) for number in TEXTS]
    return (
        *(_question(each, answers.get(each.number)) for each in asked),
        *(_part(asking, number, answers[number], each) for number, each in own.items()),
    )


def _question(question: Question, own: type[WireSchema] | None) -> View:
    number = question.number
    return View(
        path=f"/dossiers/{{planId}}/vragen/{number}",
        name=f"vraag-{number}",
        summary=TEXTS[number],
        roles=PROFESSIONALS,
        answer=question_answer(number, own),
        read=question.answer,
        beyond_record=True,
    )


def _part(asking: Asking, number: int, answer: type[WireSchema], own: Sequence[Section]) -> View:
    view = asking.view(
        f"/vragen/{number}/deel",
        f"vraag-{number}-deel",
        f"Wat deze dienst zelf weet bij vraag {number}",
        answer,
        lambda look, _: told(own, look),
        PROFESSIONALS,
    )
    return dataclasses.replace(view, beyond_record=any(each.beyond_record for each in own))
