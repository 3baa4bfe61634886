"""Cursors are opaque, and only those that were handed out are taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.web.cursor import Cursors, NotACursor

CURSORS = Cursors(b"k" * 32)


@given(st.integers(0, 2**63))
def test_a_cursor_leads_back_to_its_place(seq: int) -> None:
    """Whatever the place."""
    assert CURSORS.seq(CURSORS.at(seq)) == seq


@given(st.text(max_size=40))
def test_anything_else_is_no_cursor(text: str) -> None:
    """Guessed, cut off, in another alphabet."""
    with pytest.raises(NotACursor):
        CURSORS.seq(text)


def test_a_cursor_of_another_service_is_no_cursor_here() -> None:
    """Each has its own secret."""
    with pytest.raises(NotACursor):
        CURSORS.seq(Cursors(b"other").at(1))
