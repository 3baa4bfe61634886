"""The list of dossiers, a page at a time."""

from __future__ import annotations

import pytest

from tests.integration.plans.family import Family, in_force
from tests.integration.plans.town import Town


def opened(town: Town, many: int) -> list[str]:
    """So many dossiers, opened one after another."""
    body = {"gronden": ["onveilige-situatie"]}
    return [town.do("/dossiers", body)["planId"] for _ in range(many)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_paging_walks_every_dossier_once_in_the_order_of_opening(town: Town, size: int) -> None:
    """Also when the last page is exactly full."""
    expected, found, after = opened(town, 7), [], None
    for _ in range(8):
        query = {"limit": str(size)} | ({"na": after} if after else {})
        page = town.json("/dossiers", **query)
        found += [row["planId"] for row in page["dossiers"]]
        assert len(page["dossiers"]) <= size
        after = page["volgende"]
        if after is None:
            break
    assert found == expected


def test_a_dossier_opened_meanwhile_comes_last_and_shifts_nothing(town: Town) -> None:
    """A cursor is a place, not a count."""
    first = opened(town, 3)
    page = town.json("/dossiers", limit="2")
    later = opened(town, 1)
    rest = town.json("/dossiers", limit="5", na=page["volgende"])
    assert [row["planId"] for row in rest["dossiers"]] == [first[2], *later]


def test_a_cursor_that_was_made_up_is_refused(town: Town) -> None:
    """Opaque, and not to be guessed."""
    assert town.get("/dossiers", na="AAAAAAAAAAE").status_code == 400


def test_a_row_tells_where_a_dossier_stands(town: Town) -> None:
    """Status, version and lead; "nog geen plan" before there is one."""
    one, two = Family(town), in_force(town)
    rows = {row["planId"]: row for row in town.json("/dossiers")["dossiers"]}
    assert rows[one.plan_id]["status"] == "nog geen plan"
    assert rows[two.plan_id]["status"] == "van kracht"
    assert rows[two.plan_id]["versie"] == 1
    assert rows[two.plan_id]["casusregisseur"] == two.fatma
