"""What the record refuses to start with."""

from __future__ import annotations

import pytest

from shared.record.environment import refuse_db_functions
from shared.record.errors import SettingsError
from shared.record.sqlite.driver import check


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_can_corrupt_a_database_is_refused_with_a_remedy(version):
    """Debian 12's own, and the last one with the WAL-reset bug."""
    with pytest.raises(SettingsError, match="pip install -U pysqlite3"):
        check(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_sqlite_without_the_bug_is_taken(version):
    """From the first that was repaired."""
    check(version)


@pytest.mark.parametrize("value", ["y", "1", "true", "TRUE ", "what"])
def test_any_value_but_a_clear_no_counts_as_on(value: str):
    """Events are at stake: an unclear setting is refused too."""
    with pytest.raises(SettingsError):
        refuse_db_functions({}, {"POSTGRES_ENABLE_DB_FUNCTIONS": value})


@pytest.mark.parametrize("environ", [{}, {"POSTGRES_ENABLE_DB_FUNCTIONS": "n"}, {"OTHER": "y"}])
def test_off_or_absent_is_fine(environ: dict[str, str]):
    """As is anything else."""
    refuse_db_functions(environ)
