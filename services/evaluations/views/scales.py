"""How numbers lie apart, each person's own kept separate, and what asks for attention (R29)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

import msgspec

from services.evaluations.domain.sitting.ratings import ScaleQuestion
from services.evaluations.domain.terms import DEEP_DROP, LOW_RATING, WIDE_SPREAD
from shared.eventbase.rule import Broken
from shared.eventbase.terms import Terms


class Scale(msgspec.Struct, frozen=True):
    """What is laid side by side: one question, about one child or about the whole."""

    question: ScaleQuestion
    about_child: UUID | None = None


class Number(msgspec.Struct, frozen=True):
    """One person's number on a scale."""

    scale: Scale
    person: UUID
    value: int


class Spread(msgspec.Struct, frozen=True):
    """The lowest and the highest number on a scale. Never an average (S6.3)."""

    scale: Scale
    lowest: int
    highest: int

    @property
    def points(self) -> int:
        """How far they lie apart."""
        return self.highest - self.lowest


def spreads(numbers: Iterable[Number]) -> list[Spread]:
    """The spread of each scale; of each person the number given last."""
    given: defaultdict[Scale, dict[UUID, int]] = defaultdict(dict)
    for number in numbers:
        given[number.scale][number.person] = number.value
    return [Spread(scale, min(v.values()), max(v.values())) for scale, v in given.items()]


def attention(numbers: list[Number], before: list[Number], terms: Terms, day: date) -> list[Broken]:
    """What R29 asks attention for, of the safety question only: low, far apart, or dropped."""
    safety = [n for n in numbers if n.scale.question is ScaleQuestion.SAFETY]
    return [
        *_low(safety, terms.number(LOW_RATING, day)),
        *_wide(safety, terms.number(WIDE_SPREAD, day)),
        *_dropped(safety, before, terms.number(DEEP_DROP, day)),
    ]


def _low(numbers: list[Number], low: int) -> Iterator[Broken]:
    for number in numbers:
        if number.value <= low:
            message = f"Persoon {number.person} geeft voor veiligheid een {number.value}."
            yield Broken("lage-waardering", "R29", message)


def _wide(numbers: list[Number], wide: int) -> Iterator[Broken]:
    for spread in spreads(numbers):
        if spread.points >= wide:
            message = f"De waarderingen van veiligheid liggen {spread.points} punten uit elkaar."
            yield Broken("waarderingen-ver-uiteen", "R29", message)


def _dropped(numbers: list[Number], before: list[Number], deep: int) -> Iterator[Broken]:
    earlier = {(number.scale, number.person): number.value for number in before}
    for number in numbers:
        drop = earlier.get((number.scale, number.person), number.value) - number.value
        if drop >= deep:
            message = f"De waardering van persoon {number.person} is {drop} punten gedaald."
            yield Broken("waardering-gedaald", "R29", message)
