"""Answers that were given once, and whether they are given again (design 3)."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from tests.integration.privacy.household import Household
from tests.integration.time_travel.own_clocks import OwnClocks
from tests.oracle.routes import Routes

_AT_ONCE = 12


class Kept(NamedTuple):
    """What was answered: ``said`` as data, with the moments that it stated."""

    path: str
    said: Any


class Answers:
    """Asks views of a whole dossier without a moment, and holds them to what they said.

    They are those of plans, which follows nobody: what a follower hears of later with an earlier
    moment adds to what it answered (ADR 0023). The worker asks: to a party K is the clock's, not
    the record's, so that it tells nothing of what is hidden; and a clock that goes back adds to
    it. Which views is drawn each time, the same ones for the same ``chance``.
    """

    def __init__(self, home: Household, village: OwnClocks, chance: random.Random) -> None:
        self._village, self._chance = village, chance
        self._paths = [
            village.town.by_name[each.service].base_path
            + each.path.replace("{planId}", home.plan_id)
            for each in Routes(village.town.services).questions
            if each.service == "plans" and each.travels and not each.required
            if not each.path_params and "planId" in each.path
        ]
        self.kept: list[Kept] = []

    def keep(self) -> None:
        """What the worker is answered now."""
        for path in self._chance.sample(self._paths, _AT_ONCE):
            answer = self._village.ask("GET", path)
            if answer.status_code == 200 and answer.is_json:
                self.kept.append(Kept(path, answer.json))

    def changed(self) -> list[tuple[str, Any, Any]]:
        """What is answered otherwise when it is asked again at the moments that were stated."""
        again = [(each, self._again(each)) for each in self.kept]
        return [
            (each.path, _plain(each.said), now) for each, now in again if now != _plain(each.said)
        ]

    def _again(self, kept: Kept) -> Any:
        moments = kept.said["tijdreis"]
        query = "&".join(f"{name}={moments[name]}" for name in ("geldigOp", "beschikbaarOp"))
        asked = f"{kept.path}?{query}"
        first, second = (self._village.ask("GET", asked) for _ in range(2))
        assert first.get_data() == second.get_data()
        return _plain(first.json)


def _plain(said: Any) -> Any:
    """An answer without how far was followed, which it says only when it is asked of the past."""
    if "tijdreis" not in said:
        return said
    trip = {name: at for name, at in said["tijdreis"].items() if name != "gevolgd"}
    return {**said, "tijdreis": trip}
