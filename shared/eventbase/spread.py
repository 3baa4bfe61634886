"""How far the numbers on a scale lie apart, each person's own kept apart (S6.3, R29)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar
from uuid import UUID

import msgspec

S = TypeVar("S", bound=Hashable)


class Number(msgspec.Struct, Generic[S], frozen=True):
    """One person's number on a scale: what is laid side by side."""

    scale: S
    person: UUID
    value: int


class Spread(msgspec.Struct, Generic[S], frozen=True):
    """The lowest and the highest number on a scale. Never an average (S6.3)."""

    scale: S
    lowest: int
    highest: int

    @property
    def points(self) -> int:
        """How far they lie apart."""
        return self.highest - self.lowest


def spreads(numbers: Iterable[Number[S]]) -> list[Spread[S]]:
    """The spread of each scale; of each person the number given last."""
    given: defaultdict[S, dict[UUID, int]] = defaultdict(dict)
    for number in numbers:
        given[number.scale][number.person] = number.value
    return [Spread(scale, min(v.values()), max(v.values())) for scale, v in given.items()]
