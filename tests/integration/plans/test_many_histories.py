"""The properties of every history, on many more than the unit suite has time for."""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.plans import test_properties

MANY = 60


def properties() -> dict[str, Callable[[int], Any]]:
    """The properties that a seed decides, by the promise that they keep."""
    found = {}
    for name, test in vars(test_properties).items():
        inner = getattr(getattr(test, "hypothesis", None), "inner_test", None)
        if inner is not None and list(inspect.signature(inner).parameters) == ["seed"]:
            found[name] = inner
    return found


@pytest.mark.parametrize("promise", properties())
def test_what_holds_for_every_history_holds_for_many(promise: str) -> None:
    """Other histories each time; the seed of one that fails is printed."""
    for _ in range(MANY):
        seed = random.SystemRandom().getrandbits(32)
        print(f"{promise}({seed})")
        properties()[promise](seed)


def test_the_properties_are_found() -> None:
    """The list above is not empty by a change of library."""
    assert len(properties()) == 5
