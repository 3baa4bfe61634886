"""No act names what does not belong to its dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.act import Act
from tests.unit.lives.ids import ids_in
from tests.unit.lives.test_nothing_lost import ACTS, WHOLE_HISTORIES

STRANGER = UUID(int=999_999_999, version=4)
# Known to another service only, or to none: an unknown cause settles on arrival (design 2), and
# whoever was added by mistake is not known any more, and is to be erased all the same.
ELSEWHERE = {
    "ActivatePlan.because",
    "DeclareDirectSafetyLost.incident",
    "DeclareDirectSafetyReached.evaluation",
    "ReferToEarlierPlan.plan",
    "RequestErasure.items",
    "RequestErasure.people",
    "RequestErasure.addresses",
    "AddOwnStatement.about",
}


def estranged(value: Any, one: UUID) -> Any:
    """A value in which a stranger stands in the place of ``one``."""
    if value == one:
        return STRANGER
    if isinstance(value, tuple):
        return tuple(estranged(each, one) for each in value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, Act):
        fields = {name: estranged(getattr(value, name), one) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


def naming_strangers(act: Act) -> Iterator[tuple[str, Act]]:
    """The act, with one of those that it names unknown in one of its fields."""
    for field in act.__struct_fields__:
        for one in dict.fromkeys(ids_in(getattr(act, field))):
            other = estranged(getattr(act, field), one)
            if other != getattr(act, field):
                yield field, msgspec.structs.replace(act, **{field: other})


@pytest.mark.parametrize(("service", "n"), ACTS)
def test_an_act_that_names_what_is_not_there_is_refused(service: str, n: int) -> None:
    """W7.1, design 3: every person and every thing, in every field of every act."""
    whole = WHOLE_HISTORIES[service]
    act = whole.say(n).act
    accepted = {
        f"{type(act).__name__}.{field}"
        for field, other in naming_strangers(act)
        if not whole.refuses(n, other)
    }
    assert accepted <= ELSEWHERE
