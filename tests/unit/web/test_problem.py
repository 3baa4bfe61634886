"""RFC 9457 bodies and what raised things are to the caller."""

import json
from typing import Any

import pytest
from werkzeug.exceptions import HTTPException, ImATeapot, RequestURITooLarge
from werkzeug.routing import RequestRedirect

from shared.eventbase.rule import Broken, Refused
from shared.eventbase.unknown import NotYetKnown
from shared.web import refusals
from shared.web.errors import problem_of
from shared.web.problem import MAX_INVALID_PARAMS, InvalidParam, invalid, not_found


def body(error: Exception) -> dict[str, Any]:
    """The problem's members."""
    found: dict[str, Any] = json.loads(problem_of(error).body)
    return found


def test_a_refused_act_names_every_broken_rule() -> None:
    """409 with the rule, its paragraph and its sentence."""
    broken = [Broken("een-regel", "W1.1", "Dat kan niet."), Broken("twee", "S2", "Dit ook niet.")]
    found = body(Refused(broken))
    assert (found["status"], found["detail"]) == (409, "Dat kan niet. Dit ook niet.")
    assert found["overtredingen"][0] == {
        "regel": "een-regel",
        "paragraaf": "W1.1",
        "melding": "Dat kan niet.",
    }


STATUSES = [
    (refusals.UnknownPlan(), 404),
    (refusals.Forbidden(), 403),
    (refusals.RevisionMismatch(), 412),
    (refusals.Conflict(), 409),
    (NotYetKnown(), 409),
    (RequestURITooLarge(), 414),
    (ImATeapot(), 418),
    (RequestRedirect("/elders"), 404),
    (HTTPException(), 500),
    (RecursionError("Noor"), 500),
]


@pytest.mark.parametrize(("error", "status"), STATUSES)
def test_whatever_is_raised_is_a_whole_problem_that_leaks_nothing(
    error: Exception, status: int
) -> None:
    """status, title, type and detail, in Dutch; no word of the exception."""
    found = body(error)
    assert found["status"] == status
    assert {"type", "title", "status", "detail"} <= set(found)
    assert "Noor" not in str(found)


def test_not_yet_followed_says_when_to_try_again() -> None:
    """In seconds."""
    assert problem_of(NotYetKnown()).headers == {"Retry-After": "2"}


def test_not_found_is_constant() -> None:
    """The same bytes for what is not yours, what does not exist and what is no address."""
    assert problem_of(refusals.UnknownPlan()).body == not_found().body
    assert problem_of(RequestRedirect("/x")).body == not_found().body


def test_a_hundred_thousand_errors_are_cut_off() -> None:
    """An answer may not be a thousand times larger than the question."""
    many = invalid([InvalidParam(str(n), "unknown", "x") for n in range(100_000)])
    assert len(json.loads(many.body)["invalidParams"]) == MAX_INVALID_PARAMS
