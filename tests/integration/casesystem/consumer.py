"""The sample consumer as a process that can be killed, and what is wrong with its copy."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.integration.casesystem.team import PLANS
from tests.integration.casesystem.town import ROOT, Served

SCRIPT = ROOT / "docs" / "sample-consumer" / "volg.py"
FEEDS = ("plannen", "evaluaties", "notificaties")
_PLACE = (
    '        db.execute("INSERT OR REPLACE INTO plek VALUES (?, ?)", '
    '[feed, bladzijde["volgende"]])\n'
)
_FETCHED = '    gebeurd = bladzijde["gebeurtenissen"]\n'


def place_first(folder: Path) -> Path:
    """The sample with a fault: it commits its place, and only some time later its rows."""
    text = SCRIPT.read_text("utf-8")
    assert text.count(_PLACE) == text.count(_FETCHED) == 1
    faulty = f"    with db:\n{_PLACE}    time.sleep(0.1)\n"
    script = folder / "place_first.py"
    script.write_text(text.replace(_PLACE, "").replace(_FETCHED, _FETCHED + faulty), "utf-8")
    return script


class Consumer:
    """A case system with a copy of its own, that follows a town until it is killed.

    ``reads``: it has a token with which plans can be read, besides that for the feeds.
    """

    def __init__(self, town: Served, script: Path, copy: Path, reads: bool = True) -> None:
        self.copy = copy
        self.town = town
        self._tokens = {"VOLG_TOKEN": town.tokens["systeem"]}
        if reads:
            self._tokens["VOLG_LEESTOKEN"] = town.tokens["werker"]
        self._command = [sys.executable, str(script)]
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Starts it; returns when it is about to ask for the first time."""
        environ = {
            **os.environ,
            **self._tokens,
            "VOLG_ADRES": self.town.address,
            "VOLG_KOPIE": str(self.copy),
            "VOLG_RUST": "0.05",
        }
        self._process = subprocess.Popen(
            self._command,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("Volgt ")

    def kill(self) -> None:
        """kill -9, wherever it is."""
        if self._process is not None:
            assert self._process.poll() is None, "it ended by itself"
            self._process.kill()
            self._process.communicate()
            self._process = None

    def misplace(self) -> None:
        """Gives it places that nobody ever handed out."""
        with closing(sqlite3.connect(self.copy)) as db, db:
            db.execute("UPDATE plek SET cursor = 'verzonnen'")

    def places(self) -> dict[str, str]:
        """How far it says to be in each feed."""
        return dict(self._rows("SELECT feed, cursor FROM plek"))

    def plans(self) -> dict[str, Any]:
        """The plans in its copy."""
        return {plan: json.loads(text) for plan, text in self._rows("SELECT * FROM plan")}

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.copy)) as db:
            return db.execute(query).fetchall()

    def differences(self) -> Iterator[str]:
        """What its copy lacks or has wrong: every event of every feed, and every plan as it is."""
        yield from self.missed()
        yield from self._plans()

    def missed(self) -> Iterator[str]:
        """What it lacks or has too much of the events of every feed."""
        mine = self._rows("SELECT source, id, plan, soort FROM gebeurtenis")
        real = [
            (event["source"], event["id"], event["subject"], event["type"])
            for feed in FEEDS
            for event in followed(self.town, feed)[0]
        ]
        if sorted(mine) != sorted(real):
            yield f"{len(mine)} events, the feeds have {len(real)}"

    def _plans(self) -> Iterator[str]:
        mine = self.plans()
        real = {plan: self._plan(plan) for plan in plans(self.town)}
        if mine.keys() != real.keys():
            yield f"{len(mine)} plans of {len(real)}"
        yield from (f"plan {p} differs" for p in mine.keys() & real.keys() if mine[p] != real[p])

    def _plan(self, plan: str) -> Any:
        found = self.town.ask(f"{PLANS}/{plan}/veiligheidsplan")
        del found["tijdreis"]
        return found


def plans(town: Served) -> list[str]:
    """Every plan that there is."""
    listed = town.ask(f"{PLANS}?limit=100")
    assert listed["volgende"] is None
    return [dossier["planId"] for dossier in listed["dossiers"]]


def followed(town: Served, feed: str) -> tuple[list[dict[str, Any]], str]:
    """All events of a feed, and the place after the last."""
    page = town.ask(f"/{feed}/api/v1/gebeurtenissen?limit=1000", "systeem")
    assert len(page["gebeurtenissen"]) < 1000
    return page["gebeurtenissen"], page["volgende"]
