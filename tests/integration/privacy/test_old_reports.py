"""What was first written in somebody else's name stays theirs, at every pair of moments."""

from __future__ import annotations

import pytest

from tests.integration.privacy.household import EVALUATIONS, Household, correct
from tests.integration.privacy.test_when import ASKED


def test_a_report_that_was_another_s_at_first_is_not_read_by_its_new_reporter(
    home: Household,
) -> None:
    """W9.1, 3.5: typed in under Mirjam's telling by mistake; at an earlier K it still is hers."""
    told = {"wat": "Ik vluchtte naar de Dorpsstraat.", "melder": home.mirjam}
    home.post(EVALUATIONS, f"{home.dossier}/voorvallen", told)
    home.later(hours=1)
    between = f"{home.village.clock():%Y-%m-%dT%H:%M:%S}Z"
    home.later(hours=1)
    right = {"soort": "voorval-melden", "wat": "Ik was boos.", "melder": home.stefan}
    correct(home, EVALUATIONS, "voorval-gemeld", inPlaatsDaarvan=right)
    assert "Ik was boos." in home.ask(EVALUATIONS, "/voorvallen", home.stefan).text
    for path in ("/voorvallen", "/tijdlijn"):
        for person in (home.stefan, home.mirjam):
            then = home.ask(EVALUATIONS, f"{path}?beschikbaarOp={between}", person)
            assert then.status_code == 200
            assert "Dorpsstraat" not in then.text
    seen = home.ask(EVALUATIONS, f"/voorvallen?beschikbaarOp={between}").text
    assert "Dorpsstraat" in seen


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00-14:00"])
def test_a_moment_that_no_calendar_has_is_no_fault_of_ours(home: Household, moment: str) -> None:
    """Threat 11: an error that nobody foresaw is one that may say something."""
    for service, path in ASKED:
        asked = home.ask(service, f"{path}?geldigOp={moment}", home.stefan)
        assert asked.status_code in (200, 400), asked.text
