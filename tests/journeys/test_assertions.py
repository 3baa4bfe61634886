"""The assertion language of the data files: each check can hold and can fail."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from vangnet.journey.asserting import broken
from vangnet.journey.client import Answer
from vangnet.journey.memory import Memory, Unnamed
from vangnet.journey.selecting import select

BODY = {
    "versie": 2,
    "ritme": None,
    "afspraken": [{"id": "a", "wie": ["x"], "wat": "geen contact"}, {"id": "b", "wie": []}],
}


def _broken(assertion: dict[str, Any]) -> str | None:
    return broken(assertion, Answer(200, BODY, orjson.dumps(BODY)))


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("versie", [2]),
        ("afspraken.*.id", ["a", "b"]),
        ("afspraken.1.id", ["b"]),
        ("afspraken.9.id", []),
        ("afspraken.*.wat", ["geen contact"]),
        ("versie.id", []),
        ("afspraken.id", []),
        ("", [BODY]),
    ],
)
def test_a_path_selects(path: str, found: list[Any]):
    """Keys, indexes, and each element of a list; nothing where nothing is."""
    assert select(BODY, path) == found


@pytest.mark.parametrize(
    ("path", "check", "holds", "fails"),
    [
        ("versie", "equals", 2, 3),
        ("afspraken.*.id", "equals", ["a", "b"], ["b", "a"]),
        ("afspraken.1.wie", "equals", [], ["x"]),
        ("afspraken", "contains", {"id": "b", "wie": []}, {"id": "b", "wie": ["x"]}),
        ("afspraken.*.wat", "contains", "contact", "wel"),
        ("afspraken.0.wat", "contains", "contact", "wel"),
        ("afspraken.*.id", "lacks", "c", "a"),
        ("afspraken", "count", 2, 1),
        ("afspraken.*.wanneer", "absent", True, False),
        ("afspraken.*.wat", "absent", False, True),
        ("ritme", "equals", None, []),
        (None, "text_absent", "hans", "GEEN CONTACT"),
        (None, "text_present", "contact", "hans"),
    ],
)
def test_every_check_can_hold_and_can_fail(path: str | None, check: str, holds: Any, fails: Any):
    """A check that always holds checks nothing."""
    where = {} if path is None else {"path": path}
    assert _broken({**where, check: holds}) is None
    assert _broken({**where, check: fails})


@pytest.mark.parametrize("path", ["niets", "niets.*", "afspraken.*.niets", "afspraken.9.wie"])
@pytest.mark.parametrize(
    ("check", "wanted"),
    [("equals", []), ("equals", None), ("contains", "x"), ("lacks", "x"), ("count", 0)],
)
def test_a_misspelled_path_makes_no_claim_come_true(path: str, check: str, wanted: Any):
    """Not even the claim that something does not stand there."""
    assert _broken({"path": path, check: wanted})
    assert _broken({"path": path, "absent": True}) is None


def test_of_an_empty_list_it_is_true_that_nothing_stands_in_it():
    """Which is another thing than a list that is not there."""
    assert _broken({"path": "afspraken.1.wie.*.naam", "lacks": "x"}) is None
    assert _broken({"path": "afspraken.1.wie", "count": 0}) is None


@pytest.mark.parametrize(
    "assertion", [{"path": "versie"}, {"path": "versie", "is": 2}, {"equals": 1, "count": 1}]
)
def test_an_assertion_outside_the_language_is_an_error(assertion: dict[str, Any]):
    """It would otherwise be an expectation that nobody checks."""
    with pytest.raises(ValueError, match="geen bewering"):
        _broken(assertion)


def test_names_are_filled_in_however_deep_they_stand():
    """In paths, in bodies and inside a sentence."""
    memory = Memory()
    memory.keep({"plan": "planId", "a": "items.0"}, {"planId": "p-1", "items": ["i-1"]})
    written = {"x": ["/dossiers/$plan", {"y": "over $a."}], "n": 3}
    assert memory.fill(written) == {"x": ["/dossiers/p-1", {"y": "over i-1."}], "n": 3}
    assert memory.knows("$plan/$a")
    assert not memory.knows("$plan/$b")
    with pytest.raises(Unnamed):
        memory.fill("$b")
