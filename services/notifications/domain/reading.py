"""A person confirms having read their own version, and nothing else (W8.4)."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.informings import Confirmation, Manner, PersonInformed
from services.notifications.domain.people import People
from services.notifications.domain.versions import Version, Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Broken, Refused
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.unknown import NotInvolved


class ConfirmRead(Act, frozen=True, kw_only=True):
    """Says that the reader has read their own version; ``version`` is its number for them."""

    ROLES: ClassVar[tuple[str, ...]] = ("person",)

    version: int


_UNKNOWN = Broken("bevestiging-versie-onbekend", "W8.4", "Deze versie is er (nog) niet voor u.")
_TOO_EARLY = Broken("bevestiging-te-vroeg", "W8.4", "Toen was deze versie er nog niet.")


@catalogue.act(ConfirmRead, "Lezen bevestigen", ("W8.4",), (PersonInformed,))
def confirm_read(state: State, act: ConfirmRead, doing: Doing) -> list[Event]:
    """The reader knows; what was due for them up to here is settled.

    Raises NotInvolved for somebody who is not of this dossier.
    """
    person, version = _own(state, act, doing)
    words = seal(Confirmation())
    return [
        PersonInformed(doing.new_id(), words, person, version.occasion, Manner.READ, act.version)
    ]


def _own(state: State, act: ConfirmRead, doing: Doing) -> tuple[UUID, Version]:
    person = doing.actor.person
    if person is None or person not in state[People].kinds:
        raise NotInvolved
    version = state[Versions].behind_own(person, act.version)
    if version is None:
        raise Refused([_UNKNOWN])
    if (act.effective_at or doing.now) < version.made_at:
        raise Refused([_TOO_EARLY])
    return person, version
