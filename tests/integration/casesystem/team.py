"""A team that does one random act after another in the plans of a served town."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.error import HTTPError

from tests.integration.casesystem.town import Served

PLANS = "/plannen/api/v1/dossiers"
EVALUATIONS = "/evaluaties/api/v1/dossiers"
AGREEMENT = {"wat": "Els slaapt bij ons", "doel": "directe-veiligheid", "geldigVanaf": "2025-03-10"}
MOST_PLANS = 6
FOLLOWED_SECONDS = 10.0


class Team:
    """Workers with a liking for every kind of act; ``chance`` decides which."""

    def __init__(self, town: Served, chance: Random) -> None:
        self._town = town
        self._chance = chance
        self.plans: list[str] = []
        self._acts: list[Callable[[str], Any]] = [
            self._add_person,
            self._agree,
            self._agree,
            self._adjust,
            self._adjust,
            self._correct,
            self._report,
        ]

    def act(self) -> None:
        """One act in a new plan, or in one of those that there are."""
        if (len(self.plans) < MOST_PLANS and self._chance.random() < 0.3) or not self.plans:
            self._open()
        self._chance.choice(self._acts)(self._chance.choice(self.plans))

    def _post(self, plan: str, what: str, body: Any, **headers: str) -> Any:
        return self._town.ask(f"{PLANS}/{plan}/{what}", body=body, **headers)

    def _having_seen(self, plan: str, what: str, body: Any) -> Any:
        revision = self._town.ask(f"{PLANS}/{plan}/veiligheidsplan")["revisie"]
        return self._post(plan, what, body, **{"If-Match": revision})

    def _open(self) -> None:
        plan = self._town.ask(PLANS, body={"gronden": ["onveilige-situatie"]})["planId"]
        self._add_person(plan)
        self._agree(plan)
        self._post(plan, "vaststellingen", {"pad": "acuut"})
        self.plans.append(plan)

    def _add_person(self, plan: str) -> Any:
        person = {"naam": "Mirjam", "soort": self._chance.choice(["gezin", "netwerk"])}
        return self._post(plan, "personen", person)

    def _people(self, plan: str) -> list[str]:
        found = self._town.ask(f"{PLANS}/{plan}/personen")["personen"]
        return [person["persoonId"] for person in found]

    def _agree(self, plan: str) -> Any:
        wie = [self._chance.choice(self._people(plan))]
        return self._post(plan, "afspraken", AGREEMENT | {"wie": wie})

    def _adjust(self, plan: str) -> Any:
        self._agree(plan)
        body = {"oorzaak": {"soort": "verzoek"}, "reden": "Besproken."}
        return self._having_seen(plan, "bijstellingen", body)

    def _correct(self, plan: str) -> Any:
        made = self._agree(plan)
        told = self._town.ask(f"{PLANS}/{plan}/geschiedenis")["gebeurtenissen"][-1]
        assert made["onderdelen"] and told["gebeurtenis"] == "afspraak-gemaakt"
        body = {"gebeurtenisId": told["gebeurtenisId"], "reden": "Niet gezegd"}
        return self._having_seen(plan, "correcties", body)

    def _report(self, plan: str) -> Any:
        what = {"wat": "Er was ruzie", "melderOmschrijving": "een buurvrouw"}
        until = time.monotonic() + FOLLOWED_SECONDS
        while True:
            try:
                return self._town.ask(f"{EVALUATIONS}/{plan}/voorvallen", body=what)
            except HTTPError as refused:
                # The other service has yet to hear of a plan that was made just now.
                with refused:
                    if refused.code != 404 or time.monotonic() > until:
                        raise
            time.sleep(0.05)
