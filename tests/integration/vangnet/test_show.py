"""``vangnet show``: the story of a plan in Dutch, for any pair of moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.integration.vangnet.conftest import Family, Run


def test_it_tells_what_happened_and_for_which_moments(family: Family, run: Run):
    """In sentences, oldest first, under V and K."""
    result = run("show", family.plan_id)
    head, *lines = result.stdout.splitlines()
    assert head.startswith("Zoals het was op ") and "zoals bekend op" in head
    assert "Stefan" in result.stdout
    assert len(lines) >= 4
    assert lines == sorted(lines, key=lambda line: line[:16])
    assert lines[0].endswith("Het dossier is geopend vanwege zorgen over de veiligheid.")


def test_it_tells_it_as_it_was(family: Family, run: Run):
    """Before there was a dossier there is no plan; what is said is what to do."""
    for option in ("--geldig-op", "--beschikbaar-op"):
        result = run("show", family.plan_id, option, "2020-01-01")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "Controleer" in result.stderr
    then = datetime.now(UTC) - timedelta(microseconds=1)
    assert run("show", family.plan_id, "--geldig-op", then.isoformat()).exit_code == 0


def test_an_unknown_plan_is_said_so(family: Family, run: Run):
    """Also when it may exist and is not to be known of: that is the same."""
    result = run("show", uuid4())
    assert (result.exit_code, "Dit plan is er niet" in result.stderr) == (1, True)


@pytest.mark.parametrize("word", ["gisteren", "2025-13-01", "10-03-2025"])
def test_what_is_no_moment_is_refused_with_an_example(family: Family, run: Run, word: str):
    """In Dutch, with how to write it."""
    result = run("show", family.plan_id, "--geldig-op", word)
    assert (result.exit_code, "2025-03-10" in result.stderr) == (1, True)
