"""Terms and numbers that whoever runs Vangnet sets, from a day on (domain.md 5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shared.eventbase.terms import Term, Threshold
from shared.record.errors import SettingsError
from vangnet.settings import read_settings
from vangnet.thresholds import read_thresholds


def written(folder: Path, text: str) -> Path:
    """A file that says ``text``."""
    path = folder / "termijnen.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_municipality_sets_its_own_terms_from_a_day_on(tmp_path: Path) -> None:
    """A term, a number and a list, each with its first day (W1.2, R24)."""
    path = written(
        tmp_path,
        "[[plans.R02]]\nhours = 12\nvalid_from = 2026-01-01\n"
        '[[evaluations."R29-laag"]]\nnumber = 4\nvalid_from = 2026-01-01\n'
        '[[plans."T7-instrumenten"]]\nchoices = ["arij"]\nvalid_from = 2026-01-01\n'
        "[[notifications.R24]]\nworking_days = 1\nvalid_from = 2026-01-01\n",
    )
    found = read_settings({"VANGNET_THRESHOLDS": str(path)}).settings.terms
    assert found == {
        "plans": {
            "R02": (Threshold(Term(hours=12), date(2026, 1, 1)),),
            "T7-instrumenten": (Threshold(("arij",), date(2026, 1, 1)),),
        },
        "notifications": {"R24": (Threshold(Term(working_days=1), date(2026, 1, 1)),)},
        "evaluations": {"R29-laag": (Threshold(4, date(2026, 1, 1)),)},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[plans.R2]]\nhours = 1\nvalid_from = 2026-01-01\n", "R2"),
        ("[[zaken.R02]]\nhours = 1\nvalid_from = 2026-01-01\n", "zaken"),
        ("[[plans.R02]]\nnumber = 1\nvalid_from = 2026-01-01\n", "één termijn"),
        ("[[plans.R02]]\nhours = 1\ndays = 1\nvalid_from = 2026-01-01\n", "één termijn"),
        ("[[plans.R02]]\nhours = -1\nvalid_from = 2026-01-01\n", "één termijn"),
        ('[[evaluations."R29-laag"]]\nhours = 4\nvalid_from = 2026-01-01\n', "één getal"),
        ('[[plans."T7-instrumenten"]]\nchoices = []\nvalid_from = 2026-01-01\n', "één lijst"),
        ("[[plans.R02]]\nhours = 1\n", "valid_from"),
        ("[[plans.R02]]\nuren = 1\nvalid_from = 2026-01-01\n", "uren"),
        ("plans =", "termijnen.toml"),
    ],
)
def test_what_would_set_nothing_or_nonsense_is_refused(
    tmp_path: Path, text: str, said: str
) -> None:
    """Bad input gets a clear error, in Dutch."""
    with pytest.raises(SettingsError) as refused:
        read_thresholds(written(tmp_path, text))
    assert said in str(refused.value)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Not: as if nothing had been set."""
    with pytest.raises(SettingsError):
        read_thresholds(tmp_path / "weg.toml")
