"""Asking a scale question: the act and its rules (S7.4, S6.3, R21)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.sitting.ratings import RatingWords, SafetyRated, ScaleQuestion
from services.evaluations.domain.sitting.starting import ONGOING
from services.evaluations.domain.terms import HIGHEST, LOWEST
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class RateSafety(Act, frozen=True, kw_only=True):
    """Records one person's number, or that they would not say ("wil niet zeggen").

    ``question``: SAFETY runs from unsafe to safe, WORRY from no worry to the greatest.
    """

    evaluation: UUID
    person: UUID
    question: ScaleQuestion
    value: int | None = None
    declined: bool = False
    why: str | None = None
    about_child: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


def _off_scale(state: State, act: RateSafety, doing: Doing) -> tuple[str, ...]:
    return when(act.value is not None and not LOWEST <= act.value <= HIGHEST)


_RULES = (
    *ONGOING,
    known_people("person", "about_child", "hidden_from"),
    Rule(
        "waardering-buiten-schaal", "S6.3", "Kies een heel getal van 0 tot en met 10.", _off_scale
    ),
    Rule(
        "waardering-of-niet-zeggen",
        "S7.4",
        "Geef een getal, of leg vast dat deze persoon het niet wil zeggen.",
        lambda state, act, doing: when((act.value is None) != act.declined),
    ),
)


@catalogue.act(RateSafety, "Schaalvraag beantwoorden", ("S6.3", "S7.4"), (SafetyRated,))
def rate_safety(state: State, act: RateSafety, doing: Doing) -> list[Event]:
    """The answer is recorded, each person's separately."""
    refuse(_RULES, state, act, doing)
    return [
        SafetyRated(
            act.evaluation,
            doing.new_id(),
            seal(RatingWords(act.value, act.why)),
            act.person,
            act.question,
            act.declined,
            act.about_child,
            act.hidden_from,
        )
    ]
