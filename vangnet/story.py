"""The story of one family's plan: what every service tells of it, in the order it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from shared.record.errors import SettingsError
from shared.service.neighbour import Answer, Unreachable
from shared.web.fields import in_zulu
from shared.web.paging import AFTER_KEY, FOLLOWING_KEY
from shared.web.travel import KNOWN_KEY, VALID_KEY
from vangnet.asking import Ask

_PLANS = "/plannen/api/v1/dossiers/{}/geschiedenis"
_PEOPLE = "/plannen/api/v1/dossiers/{}/personen"
_OTHERS = (
    "/evaluaties/api/v1/dossiers/{}/tijdlijn",
    "/notificaties/api/v1/dossiers/{}/geschiedenis",
)


class Told(msgspec.Struct, frozen=True):
    """One sentence, when it happened, and when it was recorded if it is an event."""

    at: datetime
    sentence: str
    recorded_at: datetime | None = None


class Story(msgspec.Struct, frozen=True):
    """The sentences in order, for what was so at ``valid`` as it was known at ``known``."""

    valid: datetime
    known: datetime
    simulated: bool
    told: list[Told]


def story(ask: Ask, plan_id: UUID, valid: datetime | None, known: datetime | None) -> Story:
    """What happened in a plan. Raises SettingsError when there was no such plan then."""
    moments = {VALID_KEY: valid, KNOWN_KEY: known}
    asked = {key: in_zulu(moment) for key, moment in moments.items() if moment is not None}
    path = _PLANS.format(plan_id)
    main = _whole(ask, path, ask(_path(path, asked)))
    # The others at the same V, also when it was left open: they are asked a moment later.
    asked = {VALID_KEY: main["tijdreis"][VALID_KEY], **asked}
    others = [path.format(plan_id) for path in _OTHERS]
    rest = [(path, ask(_path(path, asked))) for path in others]
    bodies = [main, *(_whole(ask, path, first) for path, first in rest if first.status != 404)]
    names = _names(ask(_path(_PEOPLE.format(plan_id), asked)))
    return Story(
        valid=datetime.fromisoformat(main["tijdreis"][VALID_KEY]),
        known=max(datetime.fromisoformat(body["tijdreis"][KNOWN_KEY]) for body in bodies),
        simulated=any("klok" in body["tijdreis"] for body in bodies),
        told=sorted(_merged(bodies, names), key=lambda told: told.at),
    )


def _whole(ask: Ask, path: str, first: Answer) -> dict[str, Any]:
    """All pages as one: the next ones at the moments that the first one stated."""
    body = page = _asked(first)
    entries = list(page["gebeurtenissen"])
    while page.get(FOLLOWING_KEY) is not None:
        moments = {key: page["tijdreis"][key] for key in (VALID_KEY, KNOWN_KEY)}
        page = _asked(ask(_path(path, moments | {AFTER_KEY: page[FOLLOWING_KEY]})))
        entries += page["gebeurtenissen"]
    return body | {"gebeurtenissen": entries}


def _path(path: str, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _asked(answer: Answer) -> dict[str, Any]:
    if answer.status == 404:
        raise SettingsError("Dit plan is er niet, of was er toen nog niet. Controleer het nummer.")
    if answer.status != 200:
        detail = answer.body.get("detail", "")
        raise Unreachable(f"De dienst antwoordt {answer.status}. {detail}".strip())
    return answer.body


def _names(answer: Answer) -> dict[str, str | None]:
    return {each["persoonId"]: each.get("naam") for each in answer.body.get("personen", ())}


def _merged(bodies: Iterable[dict[str, Any]], names: dict[str, str | None]) -> Iterator[Told]:
    seen = set()
    for entry in (entry for body in bodies for entry in body.get("gebeurtenissen", ())):
        # A version of the plan stands in the timeline too; when it was recorded is its alone.
        key = entry["gebeurtenis"], entry.get("vastgelegdOp")
        if key not in seen or key[1] is None:
            seen.add(key)
            yield _told(entry, names)


def _told(entry: dict[str, Any], names: dict[str, str | None]) -> Told:
    recorded = entry.get("vastgelegdOp")
    name = names.get(entry.get("persoonId") or "")
    sentence: str = entry["zin"]
    if name and name not in sentence:
        sentence = f"{sentence} ({name})"
    return Told(
        datetime.fromisoformat(entry["gebeurdOp"]),
        sentence,
        datetime.fromisoformat(recorded) if recorded else None,
    )
