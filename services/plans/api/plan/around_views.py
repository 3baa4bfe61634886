"""The questions about what stands around the plan, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.plan import around_answers as answers
from services.plans.api.plan.judged_schemas import JudgedBottomLinesAnswer
from services.plans.views.adopted import adopted_view
from services.plans.views.bottom_lines import bottom_lines_view
from services.plans.views.consent import consent_view
from services.plans.views.duration import duration_view
from services.plans.views.elsewhere import elsewhere_view
from services.plans.views.emergency import emergency_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """Those for everybody, each as far as they may know, and those for professionals."""
    return (*_for_people(asking), *_for_professionals(asking))


def _for_people(asking: Asking) -> Sequence[View]:
    return (
        asking.view(
            "/noodplan",
            "noodplan",
            "Wat u doet als het misgaat",
            answers.EmergencyAnswer,
            lambda look, _: emergency_view(look),
        ),
        asking.view(
            "/instemming",
            "instemming",
            "Wat iedereen van het plan vindt",
            answers.ConsentsAnswer,
            lambda look, _: consent_view(look),
        ),
    )


def _for_professionals(asking: Asking) -> Sequence[View]:
    return (
        asking.view(
            "/bodemeisen",
            "bodemeisen",
            "De bodemeisen: voor wanneer, en of zij zijn gehaald",
            JudgedBottomLinesAnswer,
            lambda look, _: bottom_lines_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/overgenomen",
            "overgenomen",
            "Wat uit een eerder plan is overgenomen",
            answers.AdoptionsAnswer,
            lambda look, _: adopted_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/looptijden",
            "looptijden",
            "Wat afloopt, en wat afgelopen is en besproken moet worden",
            answers.DurationAnswer,
            lambda look, _: duration_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/elders-belegd",
            "elders-belegd",
            "Wat ook in het ondersteuningsplan staat",
            answers.ElsewhereAnswer,
            lambda look, _: elsewhere_view(look),
            PROFESSIONALS,
        ),
    )
