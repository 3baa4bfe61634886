"""The informing ledger: per version who knows of it and who does not yet (W8.4)."""

from __future__ import annotations

from uuid import UUID

from services.notifications.domain.obligations import Obligation, obligations
from services.notifications.domain.versions import Version, Versions
from services.notifications.views.looking import Data, InformingLook
from services.notifications.views.obligations import obligation_row
from shared.access.words import SOMEBODY
from shared.web.refusals import NotFound


def ledgers_view(look: InformingLook) -> Data:
    """Every version with how many know of it, oldest first; for those with full sight."""
    versions = sorted(look.state[Versions].all.values(), key=lambda version: version.number)
    return {"versions": [_counted(look, version) for version in versions]}


def ledger_view(look: InformingLook, number: int) -> Data:
    """One version with everybody whom it changed. Raises NotFound when it was not there yet."""
    version = look.state[Versions].all.get(number)
    if version is None:
        raise NotFound
    rows = [obligation_row(look, due) for due in _of(look, version)]
    return _counted(look, version) | {"people": rows}


def _of(look: InformingLook, version: Version) -> list[Obligation]:
    return [
        due for due in obligations(look.state, look.terms) if due.occasion.version == version.number
    ]


def _counted(look: InformingLook, version: Version) -> Data:
    due = _of(look, version)
    informed = sum(each.informed is not None for each in due)
    waiting = [each.person for each in due if each.is_open]
    return {
        "version": version.number,
        "made_at": version.made_at,
        "informed": informed,
        "total": len(due),
        "withheld": len(due) - informed - len(waiting),
        "not_yet": waiting,
        "overdue": any(each.overdue_at(look.moment.valid) for each in due),
        "summary": _summary(look, informed, len(due), waiting),
    }


def _summary(look: InformingLook, informed: int, total: int, waiting: list[UUID | None]) -> str:
    if total == 0:
        return "Voor niemand wijzigde de eigen versie."
    withheld = total - informed - len(waiting)
    parts = [f"{informed} van {total} geïnformeerd"]
    parts += [f"{withheld} bewust niet"] if withheld else []
    parts += [f"{_who(look, waiting)} nog niet"] if waiting else []
    return ", ".join(parts)


def _who(look: InformingLook, waiting: list[UUID | None]) -> str:
    words = look.telling
    nameless = any(words.name(person) == SOMEBODY for person in waiting)
    return str(len(waiting)) if nameless else words.names(p for p in waiting if p is not None)
