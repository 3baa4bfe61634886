"""What a reader is told of names and versions, asked of plans in that reader's name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from services.evaluations.views.looking import OwnVersion
from shared.eventbase.moment import Moment
from shared.service.neighbour import Answer, Unreachable
from shared.web.problem import Problem
from vangnet.names import names_from
from vangnet.own_versions import versions_from

PLAN, STEFAN = UUID(int=1), UUID(int=2)
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)
HEADS = {"versies": [{"versie": 1, "vastgesteldOp": "2026-03-20T12:00:00.000000Z"}]}


class Plans:
    """Says the same to everybody, or nothing at all; ``asked``: the path and the token."""

    def __init__(self, status: int | None, body: dict[str, Any] | None = None) -> None:
        self._status, self._body = status, body or {}
        self.asked: list[tuple[str, str]] = []

    def get(self, path: str, token: str) -> Answer:
        """The answer."""
        self.asked.append((path, token))
        if self._status is None:
            raise Unreachable("stil")
        return Answer(self._status, self._body)


def asking() -> Any:
    """A request by Stefan."""
    return Flask("x").test_request_context(headers={"Authorization": "Bearer van-stefan"})


def test_the_versions_of_a_reader_are_asked_with_their_own_token_at_the_moments_asked_for() -> None:
    """Design 5, 6: plans judges what they may know, now or of those moments."""
    plans = Plans(200, HEADS)
    with asking():
        assert list(versions_from(plans)(PLAN, None)) == [OwnVersion(1, NOON)]
        versions_from(plans)(PLAN, Moment(NOON, NOON))
    path = f"/plannen/api/v1/dossiers/{PLAN}/veiligheidsplan/versies"
    at = "2026-03-20T12:00:00.000000Z"
    travelled = f"{path}?geldigOp={at}&beschikbaarOp={at}"
    assert plans.asked == [(path, "van-stefan"), (travelled, "van-stefan")]


def test_whose_dossier_it_is_not_has_no_versions_and_knows_no_names() -> None:
    """Design 6: the constant 404."""
    with asking():
        assert list(versions_from(Plans(404))(PLAN, None)) == []
        assert names_from(Plans(404))(PLAN, None)(STEFAN) is None


@pytest.mark.parametrize("status", [None, 302, 400, 401, 500, 502])
def test_without_an_answer_there_is_no_timeline(status: int | None) -> None:
    """W8.4: silence is not that somebody has no version, or that nobody has a name."""
    with asking():
        for ask in (
            lambda: versions_from(Plans(status))(PLAN, None),
            lambda: names_from(Plans(status))(PLAN, None),
        ):
            with pytest.raises(Problem) as told:
                ask()
            assert told.value.status == 503
