"""What evaluations knows at each of the ten questions, as routes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from services.evaluations.api.asking import Asking
from services.evaluations.api.questions.sections import sections
from services.evaluations.views.looking import PlanLook
from shared.access.role import PROFESSIONALS
from shared.web.sections import Section, sections_answer, told
from shared.web.view import View


def views(asking: Asking, looked_at: Callable[[PlanLook], Any]) -> Sequence[View]:
    """One for each question in which this service has a part."""
    return [_part(asking, number, each) for number, each in sections(looked_at).items()]


def _part(asking: Asking, number: int, own: Sequence[Section]) -> View:
    view = asking.view(
        f"/vragen/{number}",
        f"vraag-{number}",
        f"Wat deze dienst weet bij vraag {number}",
        sections_answer(f"Vraag{number}", own),
        lambda look, _: told(own, look),
        PROFESSIONALS,
    )
    return dataclasses.replace(view, beyond_record=any(each.beyond_record for each in own))
