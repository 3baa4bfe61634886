"""docs/clocks.md says what Vangnet answers, and shows what it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.clocks.__main__ import FOLDER
from tests.clocks.case_a import CaseA, case_a
from tests.clocks.pictures import PICTURES

PAGE = FOLDER.with_suffix(".md").read_text("utf-8")
_ASKED = re.compile(r"```text\nGET (\S+)\n```\n\n```json\n(.*?)```", re.S)
_QUESTIONS = [(path, json.loads(said)) for path, said in _ASKED.findall(PAGE)]
_HANDOVER = "2025-05-24T17:30"


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> Iterator[CaseA]:
    with case_a(tmp_path_factory.mktemp("case-a")) as played:
        yield played


def holds(promised: Any, said: Any) -> bool:
    """Whether an answer says what is promised; ``…`` stands for anything, and more may be said."""
    if isinstance(promised, dict):
        return isinstance(said, dict) and all(holds(promised[k], said.get(k)) for k in promised)
    if isinstance(promised, list):
        return all(any(holds(each, one) for one in said) for each in promised)
    if isinstance(promised, str):
        pattern = re.escape(promised).replace("…", ".+")
        return isinstance(said, str) and re.fullmatch(pattern, said) is not None
    return bool(promised == said)


@pytest.mark.parametrize(("path", "promised"), _QUESTIONS, ids=[path for path, _ in _QUESTIONS])
def test_every_question_on_the_page_gets_its_answer(case: CaseA, path: str, promised: Any) -> None:
    """As an inspector asks it, of the family that comes with Vangnet."""
    status, said = case.get(path)
    assert holds(promised, said), said
    assert status == promised.get("status", 200)


def test_a_wrong_answer_would_be_noticed() -> None:
    """The check itself: another value, an item that is not there, a text that is not the same."""
    said = {"versie": 6, "lijst": [{"zin": "Els meldt"}]}
    assert holds({"lijst": [{"zin": "Els …"}]}, said)
    for wrong in ({"versie": 7}, {"lijst": [{"zin": "Els"}]}, {"lijst": [{"soort": "x"}]}):
        assert not holds(wrong, said)


def test_every_question_is_read_from_the_page() -> None:
    """None is left out because it is written otherwise."""
    assert len(_QUESTIONS) == PAGE.count("```text") == PAGE.count("\nGET ") > 8


def test_what_was_not_known_yet_is_not_there(case: CaseA) -> None:
    """The incident of 24 May at a quarter to eight, as known then and as known now (W9.1)."""
    then, now = (path for path, _ in _QUESTIONS if "/tijdlijn?" in path)
    seen = [
        [each for each in case.get(path)[1]["gebeurtenissen"] if _HANDOVER in each["gebeurdOp"]]
        for path in (then, now)
    ]
    assert seen[0] == []
    assert len(seen[1]) == 2


def test_an_answer_is_given_again_at_the_moments_that_it_states(case: CaseA) -> None:
    """The way that the page tells to check it."""
    path = "/plannen/api/v1/dossiers/{plan}/veiligheidsplan"
    _, first = case.get(path)
    moments = first["tijdreis"]
    query = "&".join(f"{name}={moments[name]}" for name in ("geldigOp", "beschikbaarOp"))
    assert case.get(f"{path}?{query}")[1] == first


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_show_what_is_answered(case: CaseA, name: str) -> None:
    """Otherwise: python -m tests.clocks"""
    assert (FOLDER / name).read_text("utf-8") == PICTURES[name](case)
    assert f"(clocks/{name})" in PAGE
