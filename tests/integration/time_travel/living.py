"""A household that lives on while clocks are wrong, and what must hold of it all the same."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

from services.evaluations.domain.incidents.incidents import IncidentReported
from shared.service.settings import Settings
from tests.integration.privacy.household import EVALUATIONS, PLANS, Household, agreement
from tests.integration.time_travel.kept_answers import Answers
from tests.integration.time_travel.own_clocks import OwnClocks
from vangnet.assembly import SERVICES


class Life(NamedTuple):
    """What a household went through: where it lives, what it was answered, what was agreed."""

    village: OwnClocks
    home: Household
    answers: Answers
    agreed: list[str]


def begin(folder: Path, seed: int, on: Settings | None = None) -> Life:
    """A household that was there before anything broke."""
    folder.mkdir(exist_ok=True)
    village = OwnClocks(folder, on)
    home = Household(village)
    answers = Answers(home, village, random.Random(seed))
    return Life(village, home, answers, [])


def agree(life: Life) -> None:
    """After an evaluation and an incident, something is agreed, and changed at once.

    Nothing of it is refused: :meth:`Household.post` sees to that.
    """
    home, what = life.home, f"Oma {len(life.agreed)}"
    current = home.ask(PLANS, "/veiligheidsplan").json["versie"]
    held = {"versie": current, "wijze": "netwerkberaad", "deelnemers": [home.stefan, home.mirjam]}
    home.post(EVALUATIONS, f"{home.dossier}/evaluaties", held)
    home.post(EVALUATIONS, f"{home.dossier}/voorvallen", {"wat": "Ruzie", "melder": home.els})
    made = {"soort": "afspraak-maken"} | agreement(what, home.els, home.stefan)
    item = home.adjust(made)["onderdelen"][0]
    home.change(item, f"{what}, en blijft", home.els, home.stefan)
    life.agreed.append(f"{what}, en blijft")


def unbroken(life: Life) -> None:
    """The plan holds what was agreed, in versions that follow one another."""
    plan = life.home.ask(PLANS, "/veiligheidsplan").json
    texts = [each["wat"] for each in plan["afspraken"]]
    assert texts == ["Geen contact", "Codewoord appel", *life.agreed]
    listed = life.home.ask(PLANS, "/veiligheidsplan/versies").json["versies"]
    made = 1 + 2 * len(life.agreed)
    assert [each["versie"] for each in listed] == list(range(1, 1 + made))
    assert plan["versie"] == made


def ordered(village: OwnClocks) -> None:
    """In each record time goes on."""
    for service in village.town.services:
        stamps = [each.stamp for each in service.acting.record.after(0, 9999)]
        recorded = [stamp.recorded_at for stamp in stamps]
        assert recorded == sorted(set(recorded))
        assert [s for s in stamps if s.effective_at > s.recorded_at] == []
        assert service.acting.record.audit() == []


def led_to(village: OwnClocks) -> None:
    """Every notice comes after the version or the incident that it tells of."""
    services = village.town.by_name
    plans, evaluations, notices = (
        [(each.event, each.stamp) for each in services[name].acting.record.after(0, 9999)]
        for name in SERVICES
    )
    caused = {stamp.event_id: stamp.recorded_at for _, stamp in plans} | {
        event.incident: stamp.recorded_at
        for event, stamp in evaluations
        if isinstance(event, IncidentReported)
    }
    told = [(e.occasion, stamp.recorded_at) for e, stamp in notices if hasattr(e, "occasion")]
    assert len(told) > 3
    assert [o for o, at in told if caused[o.made_by or o.incident] >= at] == []
