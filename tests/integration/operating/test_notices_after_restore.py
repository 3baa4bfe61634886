"""Notices that went out stay recorded, and nothing goes out twice, when plans were put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.evaluations import app as evaluations
from services.plans import app as plans
from shared.feed.alarm import Rewound
from shared.feed.rebuild import Rebuild
from shared.record.sqlite.backup import copy_store
from shared.service.following import by_reading
from tests.integration.notifications.town import NOBODY_ASKS, Town, open_town
from tests.integration.notifications.zilverberg import FAMILY, SHARED, Zilverberg


def put_back(town: Town, copy: Path) -> None:
    """Plans are those of the copy; all processes begin again."""
    town.close()
    folder = town.settings.folder_of("plans")
    for database in folder.glob("*.db*"):
        database.unlink()
    copy_store(copy, folder)
    town.plans = plans.create_app(town.settings, town.world)
    follow = by_reading([town.plans.source], town.world)
    town.evaluations = evaluations.create_app(town.settings, town.world, follow, NOBODY_ASKS)
    town.notifications = town.open_notifications()


def rebuild(town: Town) -> None:
    """Both who follow plans."""
    for service in (town.evaluations, town.notifications):
        assert service.inbox is not None
        for _ in Rebuild(town.plans.source, service.inbox).run():
            pass


def notices(family: Zilverberg) -> list[dict]:
    """What the service itself recorded about notices."""
    return list(family.town.read(f"{family.path}/berichten")["berichten"])


def test_what_was_sent_of_a_lost_version_stays_and_is_not_sent_again(tmp_path: Path) -> None:
    """Version 2 went out and then was lost: who got it is still to be seen."""
    with open_town(tmp_path / "var") as town:
        family = Zilverberg(town)
        family.activate()
        for name in FAMILY:
            family.mail_to(name)
        assert town.tick() == 4
        copy_store(town.settings.folder_of("plans"), tmp_path / "gisteren")
        family.agree(SHARED, family.involved)
        family.adjust()
        town.clock.later(hours=1)
        assert town.tick() == 4
        before = notices(family)

        put_back(town, tmp_path / "gisteren")
        with pytest.raises(Rewound):
            town.tick()
        rebuild(town)
        assert town.tick() == 0
        assert notices(family) == before
        assert len(before) == 8


def test_a_plan_that_lost_events_is_sent_about_again_after_a_rebuild(tmp_path: Path) -> None:
    """What is not there any more is not waited for."""
    with open_town(tmp_path / "var") as town:
        family = Zilverberg(town)
        family.activate()
        family.mail_to("Opa")
        assert town.tick() == 1
        copy_store(town.settings.folder_of("plans"), tmp_path / "gisteren")
        family.agree(SHARED, family.involved)
        town.follow()
        put_back(town, tmp_path / "gisteren")
        rebuild(town)
        town.done(town.evaluations, f"{family.path}/voorvallen", {"wat": "Ruzie."})
        family.mail_to("Fatma")
        town.clock.later(hours=2)
        assert town.tick() == 1
        assert town.post_office.recipients[-1] == ["fatma@example.nl"]
