"""Whoever decides asks somebody else: the same rule for every judgement in the course of a case."""

from __future__ import annotations

from typing import Any

from shared.eventbase.doing import Doing
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State


def _same(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    asked = act.consulted if isinstance(act.consulted, tuple) else (act.consulted,)
    return when(act.decided_by in asked)


ASK_ANOTHER = Rule(
    "besluit-andere-collega",
    "W1.1",
    "Raadpleeg een ander dan wie dit besluit neemt.",
    _same,
)
