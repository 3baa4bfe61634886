"""The other services, asked in the name of whoever reads: each judges and logs that look itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

import msgspec

from shared.eventbase.moment import Moment
from shared.service.neighbour import Answer, Ask, Unreachable
from shared.web.fields import in_zulu
from shared.web.sentences import CODES, IN_FUTURE
from shared.web.travel import FOLLOWED_KEY, KNOWN_KEY, VALID_KEY
from shared.web.view import Reading

EVALUATIONS, NOTIFICATIONS = "evaluations", "notifications"
WIRE = {EVALUATIONS: "evaluaties", NOTIFICATIONS: "notificaties"}

_NOWHERE = "Het is hier niet bekend waar deze dienst draait."
_SILENT = "Deze dienst geeft nu geen antwoord. Probeer het straks opnieuw."
_NOT_THEN = "Deze dienst kende dit op dat moment nog niet."
_BEHIND = "Deze dienst had nog niet alles gevolgd wat {} toen had vastgelegd."
_UNSURE = "Of deze dienst alles had gevolgd wat {} toen had vastgelegd, is nu niet te zeggen."
_REFUSED = "Deze dienst gaf hierop geen antwoord (status {})."

Data = dict[str, Any]


class NotHad(Exception):
    """What another service would have to say cannot be had; ``reason`` is a Dutch sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Said(msgspec.Struct, frozen=True):
    """What a service says at a pair of moments, and what it had not heard of yet by then."""

    content: Data
    unheard: Sequence[str] = ()


class Missing:
    """What could not be had: from which service, and why. Each is named once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], None] = {}

    def name(self, service: str, reason: str) -> None:
        """Names a service."""
        self._found[WIRE[service], reason] = None

    @property
    def named(self) -> list[Data]:
        """Each service with the reason."""
        return [{"service": service, "reason": reason} for service, reason in self._found]


class Others:
    """``asks``: how each service is asked whose place is known, by its name in code."""

    def __init__(self, asks: Mapping[str, Ask]) -> None:
        self._asks = asks

    def at(self, service: str, path: str, moment: Moment) -> Said:
        """What ``service`` answers at a pair of moments. Raises NotHad."""
        answer = self._cut(service, path, moment)
        if answer.status == 404:
            raise NotHad(_NOT_THEN)
        if answer.status != 200:
            raise NotHad(_REFUSED.format(answer.status))
        content = dict(answer.body)
        travelled = content.pop("tijdreis")
        return Said(content, _unheard(travelled.get(FOLLOWED_KEY, ())))

    def had(self, service: str, path: str, moment: Moment, missing: Missing) -> Data | None:
        """The content of that; None when it cannot be had. What lacks is named in ``missing``."""
        try:
            said = self.at(service, path, moment)
        except NotHad as why:
            missing.name(service, why.reason)
            return None
        for reason in said.unheard:
            missing.name(service, reason)
        return said.content

    def pair(self, reading: Reading, services: Iterable[str], path: str) -> Moment:
        """The moments to ask at: those that were asked for, else the newest that anybody has."""
        valid, known = reading.asked_valid, reading.asked_known
        if valid is None or known is None:
            newest = self.newest(reading, services, path)
            valid, known = valid or newest, known or newest
        return Moment(valid, known)

    def newest(self, reading: Reading, services: Iterable[str], path: str) -> datetime:
        """A K before which lies all that was recorded so far, here and by ``services``.

        The clock alone will not do: that of another may be ahead, and a simulated one stands.
        """
        found = [reading.newest or reading.moment.known]
        for service in services:
            try:
                found.append(_known(self._asked(service, path, None, None)))
            except NotHad:
                continue
        return max(found)

    def _cut(self, service: str, path: str, moment: Moment) -> Answer:
        """Its answer at V and K.

        A service whose clock is behind ours refuses a K that it finds to be in the future. All
        that it has is from before K then, so it is asked for that; unless its clock passes K in
        the meantime, and then it no longer refuses.
        """
        answer = self._asked(service, path, moment.valid, moment.known)
        if not _in_future(answer):
            return answer
        newest = self._asked(service, path, moment.valid, None)
        if newest.status == 200 and _known(newest) > moment.known:
            return self._asked(service, path, moment.valid, moment.known)
        return newest

    def _asked(
        self, service: str, path: str, valid: datetime | None, known: datetime | None
    ) -> Answer:
        ask = self._asks.get(service)
        if ask is None:
            raise NotHad(_NOWHERE)
        moments = {VALID_KEY: valid, KNOWN_KEY: known}
        query = [f"{k}={quote(in_zulu(at))}" for k, at in moments.items() if at is not None]
        try:
            return ask("?".join([path, *(["&".join(query)] if query else [])]))
        except Unreachable:
            raise NotHad(_SILENT) from None


def _in_future(answer: Answer) -> bool:
    wrong = answer.body.get("invalidParams", ())
    refused = {(each.get("name"), each.get("code")) for each in wrong}
    return answer.status == 400 and (KNOWN_KEY, CODES[IN_FUTURE]) in refused


def _unheard(followed: Iterable[Data]) -> list[str]:
    return [
        _BEHIND.format(each["dienst"])
        if "nogNietGevolgd" in each
        else _UNSURE.format(each["dienst"])
        for each in followed
        if each.get("nogNietGevolgd") != 0
    ]


def _known(answer: Answer) -> datetime:
    """Up to which moment an answer knows; raises NotHad for one that does not say."""
    if answer.status != 200:
        raise NotHad(_REFUSED.format(answer.status))
    return datetime.fromisoformat(answer.body["tijdreis"][KNOWN_KEY])


def of_dossier(plan_id: UUID | None, path: str) -> str:
    """The path of something of a dossier, below the base path of any service."""
    return f"/dossiers/{plan_id}{path}"
