"""Who belongs to a dossier, as far as whoever acts may know (W7.1, design section 6)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Rule
from shared.eventbase.state import State

People = Callable[[State], Collection[UUID]]


def belonging(people: People, fields: Iterable[str]) -> Rule:
    """The rule that everybody named in these fields of an act is one of ``people``.

    To whoever somebody is hidden from, that is somebody who does not belong to the dossier.
    """

    def unknown(state: State, act: Act, doing: Doing) -> list[str]:
        named = named_in(act, fields)
        known = set(people(state))
        return [
            str(each)
            for each in named
            if each not in known or _hidden(state, each, doing.actor.person)
        ]

    return Rule("persoon-onbekend", "W7.1", "Persoon {} hoort niet bij dit dossier.", unknown)


def named_in(act: Act, fields: Iterable[str]) -> list[UUID]:
    """Everybody whom an act names in these fields, each once."""
    named = [person for field in fields for person in _as_people(getattr(act, field))]
    return list(dict.fromkeys(named))


def _hidden(state: State, person: UUID, reader: UUID | None) -> bool:
    return reader in state[Reaches].of.get(person, Reach()).hidden_from


def _as_people(value: UUID | tuple[UUID, ...] | None) -> tuple[UUID, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
