"""One file with what every service keeps of a plan, at one pair of moments, and its proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

import msgspec

from shared.proof.dossier import zipped
from shared.record.errors import SettingsError
from shared.service.neighbour import Unreachable
from shared.web.fields import in_zulu
from shared.web.travel import KNOWN_KEY, VALID_KEY
from vangnet.asking import Fetch
from vangnet.assembly import BASE_PATHS
from vangnet_verify.dossier import read_dossier

_NOT_THERE = 404


class _Problem(msgspec.Struct):
    detail: str = ""


_problem = msgspec.json.Decoder(_Problem)


def whole_dossier(fetch: Fetch, plan_id: UUID, valid: datetime, known: datetime) -> bytes:
    """The zip, each service in a folder of its own; those that know nothing of it have none.

    Raises SettingsError when there is no such plan, and Unreachable with what a service said.
    """
    query = urlencode({VALID_KEY: in_zulu(valid), KNOWN_KEY: in_zulu(known)})
    folders = dict(_folders(fetch, f"/dossiers/{plan_id}/bewijsdossier?{query}"))
    if not folders:
        raise SettingsError("Dit plan is er niet, of was er toen nog niet. Controleer het nummer.")
    return zipped(folders)


def _folders(fetch: Fetch, path: str) -> Iterator[tuple[str, dict[str, bytes]]]:
    for service, base in BASE_PATHS.items():
        fetched = fetch(base + path)
        if fetched.status == _NOT_THERE:
            continue
        if fetched.status != 200:
            said = _problem.decode(fetched.body).detail
            raise Unreachable(f"{service} antwoordt {fetched.status}. {said}".strip())
        yield from read_dossier(fetched.body).items()
