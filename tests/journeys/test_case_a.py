"""Case A of domain.md 4.2: acute domestic violence, from the first night to the closing."""

from __future__ import annotations

import re

import pytest

from tests.journeys.conftest import Played
from vangnet.journey.case import Expect
from vangnet.journey.outcome import Verdict

# The first cells of the table in domain.md 4.2, copied by hand.
WHEN = [
    "Sat 2025-03-08 22:50",
    "Mon 03-10 09:10",
    "09:40 / 10:15 / 10:30",
    "11:00-15:30",
    "16:30",
    "17:00",
    "Tue 03-11",
    "Fri 03-14",
    "Mon 03-17",
    "Tue 03-18",
    "Wed 03-19",
    "Mon 03-24",
    "Mon 03-31",
    "Mon 04-07",
    "Mon 04-14",
    "Mon 05-12",
    "Sat 05-24 19:30",
    "Sat 20:40 / Sun 05-25",
    "Mon 05-26",
    "Mon 06-30 / 09-08 / 12-01",
    "Mon 2026-03-02",
    "Tue 03-10",
    "Mon 03-16",
]
ISSUES = {5, 6, "latere issue (toezicht en rechten)"}
# What Stefan may never read: Noor's words, the code word, who helps with it, and where they are.
HIDDEN = ("ik let op als papa", "zonnebloem", "Hans", "Duindoornlaan")
STEFAN_IS_KNOWN = WHEN.index("Mon 03-10 09:10")


def test_every_row_of_the_case_goes_as_the_table_says(case_a: Played):
    """No act is refused that should be recorded, and everything that is expected follows."""
    assert [failure for outcome in case_a.outcomes for failure in outcome.failures] == []


def test_every_row_of_the_table_is_there_in_order(case_a: Played):
    """Nothing of the case was left out because it was difficult."""
    assert [row.when for row in case_a.case.rows] == WHEN


def test_every_row_is_asserted_or_names_the_issue_that_it_waits_for(case_a: Played):
    """A row that only acts, and one that only promises nothing, would prove nothing."""
    for outcome in case_a.outcomes:
        looks = [step for step in outcome.row.doing if isinstance(step, Expect)]
        assert any(look.that or look.status != 200 for look in looks) or outcome.row.deferred
        assert outcome.row.steps or outcome.verdict is not Verdict.OK
        assert {deferred.issue for deferred in outcome.row.deferred} <= ISSUES


def test_stefan_never_reads_what_is_hidden_from_him(case_a: Played):
    """After every row he asks for everything there is; no answer holds one of the words."""
    for row, heard in zip(WHEN, case_a.heard, strict=True):
        for path, answer in heard.get("stefan", []):
            leaked = [word for word in HIDDEN if word.lower().encode() in answer.lower()]
            assert leaked == [], (row, path)


def test_the_hidden_words_are_really_in_the_case(case_a: Played):
    """Words that nobody ever wrote would not be missed."""
    told = b"".join(answer for heard in case_a.heard for _, answer in heard.get("fatma", []))
    assert [word for word in HIDDEN if word.encode() not in told] == []


def test_stefan_asks_after_every_row_for_all_that_a_person_may_ask_for(case_a: Played):
    """A new view that is open to persons must be added to what the case watches."""
    asked = {path.partition("?")[0] for path, _ in case_a.heard[-1]["stefan"]}
    for rule in case_a.open_to_a_person:
        wanted = re.compile(re.sub("<[^>]+>", "[^/]+", rule))
        assert any(wanted.fullmatch(path) for path in asked), f"add {rule} to the watches"
    assert all("stefan" in heard for heard in case_a.heard[STEFAN_IS_KNOWN:])


@pytest.mark.parametrize("word", ["Stefan", "nuchter"])
def test_what_stefan_may_know_does_reach_him(case_a: Played, word: str):
    """Answers without anything in them would keep every secret."""
    assert any(word.encode() in answer for _, answer in case_a.heard[-1]["stefan"])
