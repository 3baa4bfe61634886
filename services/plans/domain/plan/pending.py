"""What was agreed or set since the last version, and so stands in no version yet (W8.3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import Versions
from shared.eventbase.rule import Flag
from shared.eventbase.state import State


class TakenBack:
    """Corrections of what stood in a version, with their dossier version; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, int] = {}


def pending_items(state: State) -> list[UUID]:
    """The items whose latest change is later than the version in force."""
    current = state[Versions].current
    since = current.at_version if current else 0
    changed = state[TakenBack].all | {a.item: a.changed for a in state[Agreements].all.values()}
    changed |= {line.item: line.changed for line in state[BottomLines].all.values()}
    schedule = state[Schedules].current
    if schedule is not None:
        changed[schedule.item] = schedule.changed
    return [item for item, version in changed.items() if version > since]


def _in_no_version(state: State, at: datetime) -> list[str]:
    return [str(item) for item in pending_items(state)] if state[Versions].current else []


catalogue.flag(
    Flag(
        "nog-niet-in-versie",
        "W8.3",
        "Onderdeel {} staat nog in geen versie. Stel het plan bij.",
        _in_no_version,
    )
)
