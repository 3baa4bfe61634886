"""The actors of a case, each with a token of their own from the development issuer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from shared.access.development import DevelopmentIssuer
from shared.access.role import BY_WIRE
from vangnet.journey.case import Role
from vangnet.journey.memory import Memory

_LIFETIME = timedelta(days=7)


class Cast:
    """Gives each actor the token that they hold at this moment of the case."""

    def __init__(
        self,
        roles: dict[str, Role],
        issuer: DevelopmentIssuer,
        clock: Callable[[], datetime],
        memory: Memory,
    ) -> None:
        self._roles = roles
        self._issuer = issuer
        self._clock = clock
        self._memory = memory
        self._held: dict[str, tuple[datetime, str]] = {}

    def knows(self, actor: str) -> bool:
        """Whether ``actor`` can have a token by now; an involved person must first be added."""
        person = self._roles[actor].person
        return person is None or self._memory.knows(f"${person}")

    def token(self, actor: str) -> str:
        """A valid token of ``actor``. Raises Unnamed for an involved person not yet added."""
        until, token = self._held.get(actor, (self._clock(), ""))
        if until <= self._clock():
            token = self._issue(actor)
            self._held[actor] = (self._clock() + _LIFETIME, token)
        return token

    def _issue(self, actor: str) -> str:
        role = self._roles[actor]
        person = None if role.person is None else UUID(self._memory.fill(f"${role.person}"))
        return self._issuer.issue(BY_WIRE[role.role], actor, person, _LIFETIME)
