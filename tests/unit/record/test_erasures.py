"""The list of keys that were destroyed, as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from shared.record.erasures import Erasure, ErasureList
from shared.record.errors import KeyStoreError

AT = datetime(2025, 3, 10, 9, tzinfo=UTC)
ONE, TWO = (Erasure(AT, bytes([n]) * 16, UUID(int=n), "core") for n in (1, 2))


def test_what_was_added_is_read_back_and_is_its_owners_only(tmp_path: Path):
    """Each once, in the order in which they came."""
    path = tmp_path / "erased.list"
    erasures = ErasureList(path)
    assert erasures.read() == []
    erasures.add([])
    assert not path.exists()
    erasures.add([ONE])
    erasures.add([TWO, ONE])
    assert ErasureList(path).read() == [ONE, TWO]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_line_says_what_the_description_says(tmp_path: Path):
    """Ids and a moment: nothing of anybody."""
    assert ONE.line == (
        "2025-03-10T09:00:00+00:00 01010101010101010101010101010101 "
        "00000000-0000-0000-0000-000000000001 core\n"
    )


def test_a_line_that_a_power_cut_tore_off_is_no_line_and_harms_no_other(tmp_path: Path):
    """It destroyed nothing yet: the key goes after the line is on disk."""
    path = tmp_path / "erased.list"
    for cut in range(1, len(TWO.line)):
        path.write_bytes((ONE.line + TWO.line[:-cut]).encode())
        assert ErasureList(path).read() == [ONE]
        ErasureList(path).add([TWO])
        assert path.read_text() == ONE.line + TWO.line


@pytest.mark.parametrize("wrong", ["x", "", f"{ONE.line.strip()} more", ONE.line[1:].strip()])
def test_a_damaged_list_is_told_and_not_passed_over(tmp_path: Path, wrong: str):
    """What it would have destroyed again could be seen otherwise."""
    (tmp_path / "erased.list").write_text(f"{ONE.line}{wrong}\n{TWO.line}")
    with pytest.raises(KeyStoreError, match="beschadigd"):
        ErasureList(tmp_path / "erased.list").read()
