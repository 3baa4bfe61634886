"""What is told before the town is ready: enough to try everything."""

from __future__ import annotations

import pytest

from shared.access.role import Role
from tests.integration.vangnet.conftest import Family
from tests.integration.vangnet.family import PLANS, desk
from vangnet.welcome import welcome


def test_somebody_of_the_family_gets_a_token_that_opens_their_own_plan(
    family: Family, capsys: pytest.CaptureFixture[str]
):
    """And the plan is named, to look into its history."""
    with desk(family.folder) as at:
        welcome(at.opened, "http://hier", tokens=True)
        told = capsys.readouterr().out
        tokens = {line.split()[0]: line.split()[-1] for line in told.splitlines() if ".ey" in line}
        # Not what services show one another: it opens where people can be reached.
        assert set(tokens) == {role.wire for role in Role if role is not Role.SERVICE}
        headers = {"Authorization": f"Bearer {tokens['betrokkene']}"}
        path = f"{PLANS}/dossiers/{family.plan_id}/veiligheidsplan"
        client = at.town.by_name["plans"].app.test_client()
        assert client.get(path, headers=headers).json["versie"] == 1
        assert f"vangnet show {family.plan_id}" in told
        assert f"http://hier{PLANS}" in told


def test_where_tokens_are_not_ours_to_give_there_are_none(
    family: Family, capsys: pytest.CaptureFixture[str]
):
    """In production only the addresses are told."""
    with desk(family.folder) as at:
        welcome(at.opened, "http://hier", tokens=False)
    assert ".ey" not in capsys.readouterr().out
