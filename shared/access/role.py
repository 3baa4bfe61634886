"""The roles a token can name, in code and on the wire."""

from __future__ import annotations

import enum


class Role(enum.StrEnum):
    """Who somebody is to a plan: the value in code, ``wire`` in the Dutch claim ``rol``."""

    WORKER = "worker"
    COLLEAGUE = "colleague"
    SUPERVISOR = "supervisor"
    INSPECTOR = "inspector"
    PERSON = "person"
    SYSTEM = "system"
    SERVICE = "service"

    @property
    def wire(self) -> str:
        """The Dutch name of this role in the claim ``rol``."""
        return _WIRE[self]


# Those who see all that is recorded of a plan, and those who see something of it.
PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
EVERYBODY = (*PROFESSIONALS, Role.PERSON)
_WIRE = {
    Role.WORKER: "werker",
    Role.COLLEAGUE: "collega",
    Role.SUPERVISOR: "leidinggevende",
    Role.INSPECTOR: "inspecteur",
    Role.PERSON: "betrokkene",
    Role.SYSTEM: "systeem",
    Role.SERVICE: "dienst",
}
BY_WIRE = {wire: role for role, wire in _WIRE.items()}
