"""The cases loaded into a store, as the example families of a town."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.service.settings import Mail, Settings
from vangnet.journey import Demo, demo, load_demo
from vangnet.journey.case import Role, load_case
from vangnet.journey.cast import Cast
from vangnet.journey.demo import CannotLoad
from vangnet.journey.memory import Memory
from vangnet.journey.stage import opened_stage

LATER = datetime(2026, 11, 1, tzinfo=UTC)
DOSSIERS = "/plannen/api/v1/dossiers"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Demo]:
    """A folder with the example families, of a town that would send mail if it could."""
    folder = tmp_path_factory.mktemp("demo")
    settings = Settings(folder=folder, mail=Mail(host="mail.invalid"))
    return settings, load_demo(settings)


@pytest.fixture(scope="module")
def seen(loaded: tuple[Settings, Demo]) -> dict[str, Any]:
    """What a supervisor sees months later: the list of families, and each one's versions."""
    settings, families = loaded
    with opened_stage(settings) as stage:
        stage.clock.set(LATER)
        roles = {"tineke": Role("leidinggevende")}
        token = Cast(roles, stage.issuer, stage.clock, Memory()).token("tineke")

        def get(path: str) -> Any:
            return stage.client.request("GET", DOSSIERS + path, token).body

        return {"list": get("")["dossiers"]} | {
            name: get(f"/{plan_id}/veiligheidsplan/versies")["versies"]
            for name, plan_id in families.plan_ids.items()
        }


def test_the_families_are_there_in_the_order_in_which_they_came(
    loaded: tuple[Settings, Demo], seen: dict[str, Any]
):
    """B in January, A in March, C in September 2025."""
    ids = loaded[1].plan_ids
    assert [row["planId"] for row in seen["list"]] == [str(ids[name]) for name in "bac"]
    assert [row["geopendOp"][:10] for row in seen["list"]] == [
        "2025-01-14",
        "2025-03-10",
        "2025-09-02",
    ]


def test_every_family_was_recorded_when_it_happened(seen: dict[str, Any]):
    """Their pasts overlap in one store, and none was written down after another was closed."""
    assert [len(seen[name]) for name in "abc"] == [11, 7, 5]
    for version in (version for name in "abc" for version in seen[name]):
        assert version["vastgelegdOp"][:16] == version["vastgesteldOp"][:16]


def test_the_people_are_given_by_the_names_of_their_case(loaded: tuple[Settings, Demo]):
    """Whoever shows the demo can hand out a token for one of them."""
    people = loaded[1].people
    assert set(people) == {"a", "b", "c"}
    assert {"mirjam", "stefan", "noor", "els"} <= people["a"].keys()
    assert "fatma" not in people["a"]


def test_an_act_that_is_refused_stops_the_loading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Half a family would look like a real one."""
    case = load_case("a")
    steps = [*case.rows[1].steps[:1], {**case.rows[1].steps[1], "actor": "nobody"}]
    row = msgspec.structs.replace(case.rows[1], steps=steps)
    roles = {**case.actors, "nobody": Role("inspecteur")}
    wrong = msgspec.structs.replace(case, actors=roles, rows=[row])
    monkeypatch.setattr(demo, "load_case", lambda name: wrong)
    with pytest.raises(CannotLoad, match="antwoord 403 in plaats van 201"):
        load_demo(Settings(folder=tmp_path))


def test_the_example_families_stay_out_of_production(tmp_path: Path):
    """Nobody there exists, and the clock is a simulated one."""
    with pytest.raises(PermissionError):
        load_demo(Settings(folder=tmp_path, production=True))
    assert not list(tmp_path.glob("*/*.db"))
