"""Rules: small objects whose name is the rule (design section 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from shared.eventbase.doing import Doing
from shared.eventbase.state import State


class Broken(msgspec.Struct, frozen=True):
    """One rule that was broken: its name, its paragraph and the Dutch sentence for the user."""

    rule: str
    paragraph: str
    message: str


class Refused(Exception):
    """An act that would be meaningless or dangerous. Carries every broken rule at once."""

    def __init__(self, broken: Sequence[Broken]) -> None:
        self.broken = tuple(broken)

    def __str__(self) -> str:
        return "; ".join(each.message for each in self.broken)


class Rule(msgspec.Struct, frozen=True):
    """A named rule on an act: ``check(state, act, doing)`` gives the particulars of each breach.

    ``message`` may hold one ``{}`` for those particulars; ``paragraph`` is its W/S/R id.
    """

    name: str
    paragraph: str
    message: str
    check: Callable[[State, Any, Doing], Iterable[str]]

    def broken(self, state: State, act: Any, doing: Doing) -> list[Broken]:
        """Every breach of this rule by ``act``."""
        found = self.check(state, act, doing)
        return [Broken(self.name, self.paragraph, self.message.format(each)) for each in found]


class Flag(msgspec.Struct, frozen=True):
    """An open point: ``check(state, at)`` tells what is incomplete in a state, seen at V.

    A flag never blocks: it stays in sight of workers and supervisors until it is met (W0.8).
    """

    name: str
    paragraph: str
    message: str
    check: Callable[[State, datetime], Iterable[str]]

    def raised(self, state: State, at: datetime) -> list[Broken]:
        """Every point of this kind that is open at ``at``."""
        found = self.check(state, at)
        return [Broken(self.name, self.paragraph, self.message.format(each)) for each in found]


def refuse(rules: Iterable[Rule], state: State, act: Any, doing: Doing) -> None:
    """Raises Refused with all breaches of ``rules`` at once, or returns."""
    found = [broken for rule in rules for broken in rule.broken(state, act, doing)]
    if found:
        raise Refused(found)


def when(condition: object) -> tuple[str, ...]:
    """The particulars of a breach that has none to name: one empty string, if it holds."""
    return ("",) if condition else ()
