"""Whether something tells its readers of somebody who is hidden from them (domain.md 3.7)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State


def betrayed_to(
    state: State, named: Iterable[UUID], readers: Iterable[UUID], hidden_from: Iterable[UUID]
) -> list[str]:
    """Those of ``readers`` from whom one of ``named`` is hidden, but not the thing itself."""
    shielded = [state[Reaches].of.get(person, Reach()).hidden_from for person in named]
    told = [reader for reader in dict.fromkeys(readers) if reader not in set(hidden_from)]
    return [str(reader) for reader in told if any(reader in those for those in shielded)]
