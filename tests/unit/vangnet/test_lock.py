"""One process at a time has a folder of data."""

from pathlib import Path

import pytest

from vangnet.hosting.lock import LOCK_FILE, Held, locked


def test_whoever_comes_second_hears_where_the_first_one_answers(tmp_path: Path):
    """And what to do about it."""
    with locked(tmp_path) as lock:
        lock.tell("http://127.0.0.1:8080")
        with pytest.raises(Held, match="Stop dat eerst") as held, locked(tmp_path):
            pass
    assert held.value.address == "http://127.0.0.1:8080"
    assert "http://127.0.0.1:8080" in str(held.value)


def test_a_first_one_without_an_address_is_busy(tmp_path: Path):
    """A backup or a rebuild answers nowhere."""
    with locked(tmp_path), pytest.raises(Held, match="bezig") as held, locked(tmp_path):
        pass
    assert held.value.address is None


def test_it_is_free_again_afterwards_also_after_a_failure(tmp_path: Path):
    """The address of whoever had it is not taken for that of the next one."""
    with pytest.raises(ZeroDivisionError), locked(tmp_path) as lock:
        lock.tell("http://127.0.0.1:1")
        raise ZeroDivisionError
    with locked(tmp_path):
        assert (tmp_path / LOCK_FILE).read_bytes() == b""


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path):
    """It is going to hold dossiers."""
    with locked(tmp_path / "var"):
        assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700
