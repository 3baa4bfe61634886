"""How somebody wants to be reached: asked of the plans service each time, never kept (W8.4)."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

import msgspec
from marshmallow import EXCLUDE, Schema, ValidationError, fields

from services.notifications.domain.holding_back import HeldBack
from shared.service.neighbour import Neighbour, Unreachable


class Channel(enum.Enum):
    """The channels that somebody can choose."""

    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in-person"
    LETTER = "letter"


class Choice(msgspec.Struct, frozen=True):
    """Somebody's choice as it is at this moment."""

    channel: Channel
    address: str | None


class ContactsUnavailable(Exception):
    """The plans service did not answer the question; nothing is known, so nothing is sent."""


class SafeContacts(Protocol):
    """Who can be reached how."""

    def of(self, plan_id: UUID, person: UUID) -> Choice | None:
        """The person's choice; None when there is none. Raises ContactsUnavailable."""


class _ChoiceSchema(Schema):
    class Meta:
        unknown = EXCLUDE

    kanaal = fields.String(required=True)
    adres = fields.String(load_default=None, allow_none=True)


_CHANNELS = {
    "e-mail": Channel.EMAIL,
    "telefoon": Channel.PHONE,
    "persoonlijk": Channel.IN_PERSON,
    "brief": Channel.LETTER,
}
_SCHEMA = _ChoiceSchema()
_PATH = "/plannen/api/v1/dossiers/{}/personen/{}/veilig-contact"


class NeighbourContacts:
    """Safe contacts as the plans service gives them through its gate."""

    def __init__(self, plans: Neighbour, token: Callable[[], str]) -> None:
        self._plans = plans
        self._token = token

    def of(self, plan_id: UUID, person: UUID) -> Choice | None:
        """The person's choice; see :class:`SafeContacts`."""
        try:
            answer = self._plans.get(_PATH.format(plan_id, person), self._token())
        except Unreachable:
            raise ContactsUnavailable from None
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise ContactsUnavailable(answer.status)
        return _choice(answer.body)


def email_of(choice: Choice | None) -> str | HeldBack:
    """The address to send to, or why nothing may be sent."""
    if choice is None:
        return HeldBack.NO_SAFE_CONTACT
    if choice.channel is Channel.EMAIL:
        return choice.address or HeldBack.NO_SAFE_CONTACT
    return HeldBack(choice.channel.value)


def _choice(body: dict[str, Any]) -> Choice:
    try:
        found = _SCHEMA.load(body)
        return Choice(_CHANNELS[found["kanaal"]], found["adres"])
    # An answer that is not understood must never become an address.
    except (ValidationError, KeyError):
        raise ContactsUnavailable from None
