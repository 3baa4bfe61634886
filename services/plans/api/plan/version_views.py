"""The versions as routes: each an address of its own, with who was told of it (W0.11, 3.10)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from services.plans.api.asking import BASE_PATH, Asking
from services.plans.api.others import NOTIFICATIONS, Missing, Others, of_dossier
from services.plans.api.plan.content_answers import VersionsAnswer
from services.plans.api.plan.version_answers import VersionAnswer
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.versions import version_view, versions_view
from shared.access.gate import FULL_SIGHT
from shared.eventbase.moment import Moment
from shared.web.travel import permanent
from shared.web.view import Cut, Reading, View

_VERSIONS = "/veiligheidsplan/versies"
_ADDRESSES = {"previous": "previous_address", "following": "following_address"}


def views(asking: Asking, others: Others) -> Sequence[View]:
    """All versions, and one of them."""
    page = asking.view(
        f"{_VERSIONS}/{{versie:int}}",
        "versie",
        "Eén versie, zoals zij op papier stond, en wie ervan weet",
        VersionAnswer,
        _page,
    )
    whole = _Whole(asking, others)

    def read(reading: Reading) -> Any:
        return whole.read(reading) if reading.actor.role in FULL_SIGHT else page.read(reading)

    return (
        asking.view(
            _VERSIONS,
            "versies",
            "De versies van het plan",
            VersionsAnswer,
            lambda look, _: versions_view(look),
        ),
        dataclasses.replace(page, read=read, beyond_record=True),
    )


def _page(look: DossierLook, reading: Reading) -> Data:
    """One version, with the addresses of those beside it in the numbering of this audience."""
    found = version_view(look, reading.path["versie"])
    beside = {
        address: None if found[side] is None else _address(look.plan_id, found[side])
        for side, address in _ADDRESSES.items()
    }
    return found | beside


def _address(plan_id: UUID, number: int) -> str:
    return BASE_PATH + of_dossier(plan_id, f"{_VERSIONS}/{number}")


class _Whole:
    """A version for those with full sight: also where it stays, and who was told of it when."""

    def __init__(self, asking: Asking, others: Others) -> None:
        self._asking = asking
        self._others = others

    def read(self, reading: Reading) -> Cut:
        """Cut at one K, here and in notifications."""
        path = of_dossier(reading.plan_id, f"/informeringen/versies/{reading.path['versie']}")
        moment = self._others.pair(reading, [NOTIFICATIONS], path)
        asked = msgspec.structs.replace(reading, moment=moment, asked_for_past=True)
        look = DossierLook(self._asking.acting, self._asking.terms, asked)
        found = _page(look, asked)
        made = Moment(found["made_at"], found["recorded_at"])
        address = _address(look.plan_id, found["version"])
        links = {"address": address, "permanent": permanent(address, made)}
        return Cut(found | links | self._told(path, moment), moment)

    def _told(self, path: str, moment: Moment) -> Data:
        missing = Missing()
        said = self._others.had(NOTIFICATIONS, path, moment, missing)
        people = None if said is None else [_of_one(each) for each in said["personen"]]
        return {"told": people, "not_had": missing.named}


# Of what notifications says of each: who, how it stands, and when and how they were told.
_TOLD = (
    *("persoonId", "stand", "verstuurdOp", "geinformeerdOp", "wijze", "bevestiging"),
    *("beslotenOp", "reden", "beslotenDoor"),
)


def _of_one(row: Data) -> Data:
    return {key: row[key] for key in _TOLD if key in row}
