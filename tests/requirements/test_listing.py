"""The list of requirements is what the code registers, and says what is still missing."""

from __future__ import annotations

from tests.house.tree import ROOT
from tests.requirements.citing import ID
from tests.requirements.ids import REQUIREMENTS, RULES, TENSIONS
from tests.requirements.listing import text, uncited, unkept
from tests.requirements.registered import things

# What nothing keeps yet. An id leaves this list with what builds it.
NOT_REGISTERED: set[str] = set()

# Rights over the file, its keeping, and duties to an inspectorate: still to be built.
NOT_BUILT = {"R45", "R46", "R47"}


def test_the_list_is_up_to_date():
    """Otherwise: python -m tests.requirements > docs/requirements.md"""
    assert (ROOT / "docs" / "requirements.md").read_text("utf-8") == text()


def test_every_requirement_is_kept_by_something_and_cited_by_a_test():
    """Nothing of the work instruction or of the seven steps is missing in silence."""
    assert set(unkept()) == NOT_REGISTERED


def test_every_rule_with_a_number_and_every_tension_is_cited_by_a_test():
    """Domain.md 5 and the tensions of 1: what is missing is named here."""
    assert set(uncited()) == NOT_BUILT


def test_whatever_is_registered_cites_ids_that_exist():
    """A wrong id would be a requirement that nobody reads about."""
    cited = {each for thing in things() for each in thing.ids}
    assert {each for each in cited if ID.fullmatch(each) and each[0] in "WS"} <= set(REQUIREMENTS)
    assert all(ID.fullmatch(each) for each in cited), sorted(cited)
    assert {each for each in cited if each[0] in "RT"} <= RULES.keys() | TENSIONS.keys()
