"""What domain.md 5 gives in working days is counted in working days, holidays left out."""

from __future__ import annotations

from shared.eventbase.terms import Term
from tests.requirements.registered import CATALOGUES

# Per service the thresholds whose rule speaks of working days, and of how many.
WORKING_DAYS = {
    "plans": {
        "R01-overig": 5,
        "R04": 5,
        "R05-acuut": 2,
        "R05-overig": 10,
        "R06": 1,
        "R08": 1,
        "R10": 2,
        "R10-leidinggevende": 5,
        "R13": 5,
        "R30": 5,
        "R36": 5,
        "R37-acuut": 3,
        "R39": 5,
        "R51": 5,
    },
    "evaluations": {
        "R06": 1,
        "R12": 2,
        "R12-leidinggevende": 5,
        "R20-leidinggevende": 5,
        "R22": 5,
        "R23": 3,
        "R25": 1,
        "R26": 5,
        "R27": 2,
        "R37-acuut": 3,
        "R51": 5,
    },
    "notifications": {"R24": 2},
}


def test_every_such_term_counts_working_days() -> None:
    """Domain 5; acute clocks run in clock hours (R02, R23, R25), which R52 asks for."""
    for catalogue in CATALOGUES:
        expected = WORKING_DAYS[catalogue.service]
        found = {name: catalogue.thresholds[name] for name in expected}
        assert found == {name: Term(working_days=days) for name, days in expected.items()}


def test_the_acute_clocks_run_on_at_a_weekend_and_a_holiday() -> None:
    """R52: R02, R23 and R25 are in hours."""
    plans, evaluations, _ = (catalogue.thresholds for catalogue in CATALOGUES)
    acute = [plans["R02"], evaluations["R23-acuut"], evaluations["R25-onveiliger"]]
    assert acute == [Term(hours=24), Term(hours=24), Term(hours=4)]
