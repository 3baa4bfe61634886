"""What somebody was told of is theirs to read, and tells them of nobody (S2.1, S4.3)."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from shared.access.gate import Sight
from shared.eventbase.reach import Reach, Reaches
from shared.web.look import Look


def told_sight(look: Look, told: Collection[UUID]) -> Sight:
    """What opens the items in ``told`` to the person who looks, and knows nobody else.

    What is hidden from them stays hidden, and so does what was taken back since.
    """
    if look.sight.full or look.person is None:
        return look.sight
    mine = frozenset({look.person})
    still = [item for item in told if item in look.now[Reaches].of]
    reaches = {item: Reach(mine, look.sight.reach(item).hidden_from) for item in still}
    return Sight(look.actor, reaches, look.opener, look.erasures)
