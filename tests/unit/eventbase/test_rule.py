"""Rules refuse with everything at once; flags only tell (design 3)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from shared.eventbase.act import Act
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Stamp
from shared.eventbase.rule import Broken, Flag, Refused, Rule, refuse, when
from shared.eventbase.state import Fold, State
from tests.unit.eventbase.happenings import PLAN, START, Said, TakenBack, said

DOING = Doing(Actor("fatma", "worker"), START, lambda: UUID(int=7, version=4))


def rule(name: str, *particulars: str) -> Rule:
    """A rule that is broken in these particulars."""
    return Rule(name, "W1", "Niet {}.", lambda state, act, doing: particulars)


def test_every_breach_of_every_rule_is_said() -> None:
    """With its particulars in the sentence, in the order of the rules."""
    rules = [rule("een", "a", "b"), rule("goed"), rule("twee", "c")]
    with pytest.raises(Refused) as refused:
        refuse(rules, State(PLAN), Act(), DOING)
    assert refused.value.broken == (
        Broken("een", "W1", "Niet a."),
        Broken("een", "W1", "Niet b."),
        Broken("twee", "W1", "Niet c."),
    )
    assert str(refused.value) == "Niet a.; Niet b.; Niet c."


def test_without_a_breach_nothing_is_raised() -> None:
    """Refusing returns."""
    refuse([rule("goed")], State(PLAN), Act(), DOING)
    assert (when(False), when(None), when([])) == ((), (), ())
    assert when("x") == ("",)


def test_a_flag_tells_what_is_open_at_a_moment() -> None:
    """Seen at V."""
    flag = Flag("open", "W1", "Nog {}.", lambda state, at: [f"{at:%d}"])
    assert flag.raised(State(PLAN), START) == [Broken("open", "W1", "Nog 01.")]


def test_a_fold_leaves_the_state_alone_for_what_nobody_folds() -> None:
    """And still knows that there is something, and how far each stream came."""
    fold = Fold()
    seen: list[Any] = []

    @fold.on(Said)
    def on_said(state: State, event: Said, stamp: Stamp) -> None:
        seen.append(event.number)

    late, early = said(2, 2), said(1, 1)
    state = fold(PLAN, [late, early])
    assert seen == [2, 1]
    assert state.folded == [late, early]
    assert state.versions == {PLAN: 2}
    assert not Fold()(PLAN, []).known
    assert Fold()(PLAN, [late]).known
    assert TakenBack.TOPIC != Said.TOPIC


def test_a_part_of_the_state_is_made_when_it_is_asked_for() -> None:
    """And is the same one from then on."""
    state = State(PLAN)
    assert state[dict] is state[dict]
