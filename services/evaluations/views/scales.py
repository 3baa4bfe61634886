"""Numbers side by side, each on its own scale, and what asks for attention (R29)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import msgspec

from services.evaluations.domain.sitting.ratings import ScaleQuestion
from services.evaluations.domain.terms import DEEP_DROP, LOW_RATING, WIDE_SPREAD
from shared.eventbase.rule import Broken
from shared.eventbase.spread import Number, spreads
from shared.eventbase.terms import Terms


class Scale(msgspec.Struct, frozen=True):
    """What is laid side by side: one question, about one child or about the whole."""

    question: ScaleQuestion
    about_child: UUID | None = None


def attention(
    numbers: list[Number[Scale]], before: list[Number[Scale]], terms: Terms, day: date
) -> list[Broken]:
    """What R29 asks attention for, of the safety question only: low, far apart, or dropped."""
    safety = [n for n in numbers if n.scale.question is ScaleQuestion.SAFETY]
    return [
        *_low(safety, terms.number(LOW_RATING, day)),
        *_wide(safety, terms.number(WIDE_SPREAD, day)),
        *_dropped(safety, before, terms.number(DEEP_DROP, day)),
    ]


def _low(numbers: list[Number[Scale]], low: int) -> Iterator[Broken]:
    for number in numbers:
        if number.value <= low:
            message = f"Persoon {number.person} geeft voor veiligheid een {number.value}."
            yield Broken("lage-waardering", "R29", message)


def _wide(numbers: list[Number[Scale]], wide: int) -> Iterator[Broken]:
    for spread in spreads(numbers):
        if spread.points >= wide:
            message = f"De waarderingen van veiligheid liggen {spread.points} punten uit elkaar."
            yield Broken("waarderingen-ver-uiteen", "R29", message)


def _dropped(
    numbers: list[Number[Scale]], before: list[Number[Scale]], deep: int
) -> Iterator[Broken]:
    earlier = {(number.scale, number.person): number.value for number in before}
    for number in numbers:
        drop = earlier.get((number.scale, number.person), number.value) - number.value
        if drop >= deep:
            message = f"De waardering van persoon {number.person} is {drop} punten gedaald."
            yield Broken("waardering-gedaald", "R29", message)
