"""The sample consumer ends with a copy that is equal to what Vangnet shows, whatever happened."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError

import pytest

from tests.integration.casesystem.consumer import FEEDS, SCRIPT, Consumer, followed, place_first
from tests.integration.casesystem.team import PLANS, Team
from tests.integration.casesystem.town import Served

pytestmark = pytest.mark.faults

KILLS = 12
CAUGHT_UP_SECONDS = 20.0


class Ending(NamedTuple):
    """The sample and the faulty one after the same kills, both at the end of every feed."""

    sample: Consumer
    faulty: Consumer
    events: int


@pytest.fixture(scope="module")
def ending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ending]:
    """A town in which a team goes on working while both are killed at random, and a rebuild."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    folder = tmp_path_factory.mktemp("casesystem")
    town = Served(folder / "var")
    scripts = (SCRIPT, place_first(folder))
    both = [Consumer(town, script, folder / f"{script.stem}.db") for script in scripts]
    try:
        _live(town, both, random.Random(seed))
        yield Ending(*both, events=sum(len(followed(town, feed)[0]) for feed in FEEDS))
    finally:
        for consumer in both:
            consumer.kill()
        town.stop()


def _live(town: Served, both: list[Consumer], chance: random.Random) -> None:
    team = Team(town, chance)
    for turn in range(KILLS):
        team.act()
        for consumer in both:
            consumer.start()
        if turn == KILLS // 2:
            town.rebuild()
        team.act()
        time.sleep(chance.uniform(0, 0.2))
        for consumer in both:
            consumer.kill()
    for consumer in both:
        consumer.start()
        _catch_up(town, consumer)


def _catch_up(town: Served, consumer: Consumer) -> None:
    until = time.monotonic() + CAUGHT_UP_SECONDS
    while consumer.places() != {feed: followed(town, feed)[1] for feed in FEEDS}:
        assert time.monotonic() < until, "it never caught up"
        time.sleep(0.1)


def test_after_all_those_kills_and_a_rebuild_the_copy_equals_the_plans(ending: Ending) -> None:
    """Every event of every feed once, and every plan as its own view shows it."""
    assert KILLS >= 10 and ending.events > KILLS
    assert list(ending.sample.differences()) == []


def test_a_consumer_that_stores_its_place_before_its_rows_is_found(ending: Ending) -> None:
    """The same kills and the same comparison: it lost what it had not yet stored."""
    assert list(ending.faulty.differences()) != []


def test_its_explanation_names_every_setting_and_no_other() -> None:
    """Somebody can start it with what the README says."""
    told = (SCRIPT.parent / "README.md").read_text("utf-8")
    settings = re.compile(r"\bVOLG_[A-Z]+")
    assert set(settings.findall(told)) == set(settings.findall(SCRIPT.read_text("utf-8")))


def test_with_the_role_of_a_system_alone_it_knows_every_event_and_no_content(
    ending: Ending, tmp_path: Path
) -> None:
    """That role may follow the feeds and may not read a plan; a copy made late is whole too."""
    town = ending.sample.town
    thin = Consumer(town, SCRIPT, tmp_path / "thin.db", reads=False)
    thin.start()
    try:
        _catch_up(town, thin)
    finally:
        thin.kill()
    assert list(thin.missed()) == []
    assert thin.plans() == {}
    with pytest.raises(HTTPError) as refused:
        town.ask(f"{PLANS}/{next(iter(ending.sample.plans()))}/veiligheidsplan", "systeem")
    with refused.value as answer:
        assert answer.code == 403


def test_a_place_that_the_service_does_not_know_makes_it_read_everything_again(
    ending: Ending,
) -> None:
    """The service answers 400; nothing is doubled, and the copy is equal again."""
    ending.sample.kill()
    ending.sample.misplace()
    ending.sample.start()
    _catch_up(ending.sample.town, ending.sample)
    assert list(ending.sample.differences()) == []
