"""Who keeps an agreement to those who read it, and whom it is hidden from (domain.md 3.7)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shared.eventbase.doing import Doing
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Rule
from shared.eventbase.state import State


def hidden_from(state: State, act: Any) -> tuple[UUID, ...]:
    """From whom an act hides its agreement. To forget to say so never shows what was hidden."""
    said: tuple[UUID, ...] | None = act.hidden_from
    if said is not None:
        return said
    known = state[Reaches].of.get(getattr(act, "item", None))  # type: ignore[arg-type]
    return tuple(sorted(known.hidden_from)) if known is not None else ()


def _told_by_silence(state: State, act: Any, doing: Doing) -> list[str]:
    # Every agreement has a keeper (R34): one that names nobody tells that somebody is hidden.
    people = (*act.responsible, *act.for_people, *act.shared_with)
    hidden = hidden_from(state, act)
    readers = [each for each in dict.fromkeys(people) if each not in hidden]
    return [str(r) for r in readers if act.responsible and _knows_no_keeper(state, act, r)]


def _knows_no_keeper(state: State, act: Any, reader: UUID) -> bool:
    reaches = state[Reaches].of
    return all(reader in reaches.get(p, Reach()).hidden_from for p in act.responsible)


KNOWN_KEEPER = Rule(
    "afspraak-verraadt-iemand",
    "W7.1",
    "Wie deze afspraak nakomt, is verborgen voor persoon {}. Verberg de afspraak ook voor die "
    "persoon, of noem iemand erbij.",
    _told_by_silence,
)
