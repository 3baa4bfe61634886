"""What is compared between shapes: that which must differ is passed over, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.journeys.transcript import Transcript, first_difference
from vangnet.journey.client import Answer

ANNE, BEN = "0a000000-0000-4000-8000-000000000001", "0b000000-0000-4000-8000-000000000002"
BODY = (
    f'[{{"wie":"{ANNE}","door":"{BEN}","wat":"geen contact"}},'
    f'{{"wie":"{BEN}","om":"2025-03-10T08:10:00.000012Z","revisie":"AAAA"}},{{"revisie":"AAAA"}}]'
)
HEADERS = {"etag": 'W/"1111"', "content-type": "application/json", "date": "vandaag"}
# Of nobody: what its subject is, is all that is read of it.
TOKEN = "e30.eyJzdWIiOiJmYXRtYSJ9.e30"


class Saying:
    """A client that always says the same."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """That."""
        return self._answer


def compared(body: str = BODY, status: int = 200, path: str = "/plan", **headers: str) -> list[str]:
    """A transcript of one answer."""
    told = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    transcript = Transcript(Saying(Answer(status, None, body.encode(), told)))
    transcript.request("GET", path, TOKEN)
    return transcript.comparable()


@pytest.mark.parametrize(
    "other",
    [
        compared(BODY.replace(ANNE, ANNE.replace("1", "7"))),
        compared(BODY.replace("AAAA", "BBBB")),
        compared(BODY.replace("000012", "004321")),
        compared(etag='W/"2222"'),
        compared(date="morgen"),
    ],
)
def test_what_is_drawn_keyed_or_read_more_often_may_differ(other: list[str]):
    """Ids, what is opaque, parts of a second, and when the connection says that it was."""
    assert first_difference(other, compared()) is None


@pytest.mark.parametrize(
    "planted",
    [
        compared(BODY.replace("geen", "wel")),
        compared(BODY.replace(f'"door":"{BEN}"', f'"door":"{ANNE}"')),
        compared(BODY.replace("08:10:00", "08:10:01")),
        compared(BODY.replace("AAAA", "BBBB", 1)),
        compared(BODY.replace(",", ", ", 1)),
        compared(BODY[:-1]),
        compared(status=404),
        compared(path="/plannen"),
        compared(content_type="text/plain"),
        compared(location="/plannen"),
        [*compared(), *compared()],
        [],
    ],
)
def test_any_other_difference_is_found_and_shown(planted: list[str]):
    """A word, somebody else, a second, a space, a status, a header, a missing answer."""
    assert first_difference(planted, compared())
    assert first_difference(compared(), planted)


def test_people_in_a_set_may_stand_in_another_order_and_in_a_list_not():
    """A view tells from whom something is hidden in the order of their ids, which are drawn."""
    known = f'"{ANNE}","{BEN}"'
    told, other = (f'[{known}],"KEY":[{people}]' for people in (known, f'"{BEN}","{ANNE}"'))
    for key, same in (("verborgenVoor", True), ("nietDelenMet", True), ("deelnemers", False)):
        lines = [compared(body.replace("KEY", key)) for body in (told, other)]
        assert (first_difference(*lines) is None) is same
