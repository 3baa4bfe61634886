"""What case A answers, for the page that explains the clocks and for its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from shared.access.role import Role
from tests.integration.whole.village import Village
from vangnet.journey.demo import load_demo

NOW = datetime(2026, 4, 1, 10, tzinfo=UTC)
_HERE = ZoneInfo("Europe/Amsterdam")
_PLAN = "/plannen/api/v1/dossiers/{plan}/veiligheidsplan"
_TIMELINE = "/evaluaties/api/v1/dossiers/{plan}/tijdlijn?limit=500"


class Told(NamedTuple):
    """Something that happened: when, when the team heard of it, and when it was recorded."""

    happened: datetime
    learned: datetime
    recorded: datetime


class CaseA:
    """The family Zilverberg as an inspector asks after it; ``{plan}`` in a path is its dossier."""

    def __init__(self, village: Village) -> None:
        self._village = village
        self._plan = str(village.loaded.plan_ids["a"])

    def get(self, path: str) -> tuple[int, Any]:
        """The status of an answer and what it says."""
        answer = self._village.ask("GET", path.replace("{plan}", self._plan), Role.INSPECTOR)
        return answer.status_code, answer.json

    def incidents(self) -> list[Told]:
        """The incidents, in the order in which they happened."""
        _, said = self.get("/evaluaties/api/v1/dossiers/{plan}/voorvallen")
        keys = ("gebeurdOp", "vernomenOp", "vastgelegdOp")
        return [Told(*(local(each[key]) for key in keys)) for each in said["voorvallen"]]

    def judged(self) -> datetime:
        """When it was found that an agreement had been broken."""
        _, said = self.get(_TIMELINE)
        named = {each["gebeurtenis"]: each["gebeurdOp"] for each in said["gebeurtenissen"]}
        return local(named["niet-nakomen-beoordeeld"])

    def seen(self, valid: datetime, known: datetime) -> list[str]:
        """What stood there at V as known at K, in a few Dutch words a line."""
        asked = f"geldigOp={zulu(valid)}&beschikbaarOp={zulu(known)}"
        status, timeline = self.get(f"{_TIMELINE}&{asked}")
        if status == 404:
            return ["geen dossier"]
        found = [each["gebeurtenis"] for each in timeline["gebeurtenissen"]]
        _, plan = self.get(f"{_PLAN}?{asked}")
        lines = [f"plan: versie {plan['versie']}" if plan.get("versie") else "nog geen plan"]
        incidents = found.count("voorval-gemeld")
        lines.append("1 voorval" if incidents == 1 else f"{incidents} voorvallen")
        return lines + ["niet nagekomen"] * ("niet-nakomen-beoordeeld" in found)


@contextmanager
def case_a(folder: Path) -> Iterator[CaseA]:
    """Case A played to its end in a town of its own."""
    with Village(folder, partial(load_demo, names=("a",))) as village:
        village.clock.set(NOW)
        yield CaseA(village)


def local(moment: str) -> datetime:
    """A moment of an answer as a clock on the wall in the Netherlands showed it."""
    return datetime.fromisoformat(moment).astimezone(_HERE)


def wall(text: str) -> datetime:
    """The other way round: ``2025-05-24 19:45``."""
    return datetime.fromisoformat(text).replace(tzinfo=_HERE)


def zulu(moment: datetime) -> str:
    """A moment as it is asked for."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
