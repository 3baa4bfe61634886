"""The three families of domain.md 4.2, each from its first row to its last."""

from __future__ import annotations

import re

import pytest

from tests.journeys.conftest import Played
from tests.journeys.tables import TABLES, Table
from vangnet.journey.case import Expect
from vangnet.journey.outcome import Verdict

# Rights of those whom the data are of, and oversight.
ISSUES = {5}


@pytest.fixture(params=TABLES)
def name(request: pytest.FixtureRequest) -> str:
    """Each of them."""
    return str(request.param)


@pytest.fixture
def played(name: str, cases: dict[str, Played]) -> Played:
    """How it went."""
    return cases[name]


@pytest.fixture
def table(name: str) -> Table:
    """What it is held to."""
    return TABLES[name]


def test_every_row_of_the_case_goes_as_the_table_says(played: Played):
    """No act is refused that should be recorded, and everything that is expected follows."""
    assert [failure for outcome in played.outcomes for failure in outcome.failures] == []


def test_every_row_of_the_table_is_there_in_order(played: Played, table: Table):
    """Nothing of the case was left out because it was difficult."""
    assert tuple(row.when for row in played.case.rows) == table.when


def test_every_row_is_asserted_and_what_it_defers_names_the_issue_that_it_waits_for(
    played: Played,
):
    """A row that only acts, and one that only promises nothing, would prove nothing."""
    for outcome in played.outcomes:
        looks = [step for step in outcome.row.doing if isinstance(step, Expect)]
        assert any(look.that or look.status != 200 for look in looks), outcome.row.when
        assert outcome.verdict is Verdict.OK
        assert {deferred.issue for deferred in outcome.row.deferred} <= ISSUES


def test_nobody_ever_reads_what_is_hidden_from_them(played: Played, table: Table):
    """After every row they ask for everything there is; no answer holds one of the words."""
    for hidden in table.hidden:
        for when, heard in zip(table.when, played.heard, strict=True):
            for path, answer in heard.get(hidden.actor, []):
                leaked = [word for word in hidden.words if word.lower().encode() in answer.lower()]
                assert leaked == [], (hidden.actor, when, path)


def test_the_hidden_words_are_really_in_the_case(played: Played, table: Table):
    """Words that nobody may read at all would not be missed."""
    told = b"".join(
        answer for heard in played.heard for pairs in heard.values() for _, answer in pairs
    )
    for hidden in table.hidden:
        assert [word for word in hidden.words if word.encode() not in told] == []


def test_after_every_row_somebody_asks_for_all_that_a_person_may_ask_for(
    played: Played, table: Table
):
    """A new view that is open to persons must be added to what the case watches."""
    asked = {path.partition("?")[0] for path, _ in played.heard[-1][table.asks_all]}
    for rule in played.open_to_a_person:
        wanted = re.compile(re.sub("<[^>]+>", "[^/]+", rule))
        assert any(wanted.fullmatch(path) for path in asked), f"add {rule} to the watches"


def test_whoever_has_secrets_kept_from_them_looks_after_every_row(played: Played, table: Table):
    """From the row in which they are known."""
    for hidden in table.hidden:
        assert all(hidden.actor in heard for heard in played.heard[hidden.known_from :])


@pytest.mark.parametrize(
    ("name", "actor", "word"),
    [
        ("a", "stefan", "Stefan"),
        ("a", "stefan", "nuchter"),
        ("b", "linda", "ontbijt"),
        ("b", "truus", "maandag"),
        ("c", "daan", "tante Ria"),
        ("c", "karin", "tante Ria"),
    ],
)
def test_what_somebody_may_know_does_reach_them(played: Played, actor: str, word: str):
    """Answers without anything in them would keep every secret."""
    assert any(word.encode() in answer for _, answer in played.heard[-1][actor])
