"""The fingerprint of what was followed."""

from __future__ import annotations

from shared.feed.digest import Digest, digest_of
from tests.unit.feed.feeds import feed


def test_the_order_does_not_matter() -> None:
    """Databases order text in their own ways; the fingerprint is the same on all of them."""
    messages = feed([0, 1, 2, 0])
    assert digest_of(messages) == digest_of(reversed(messages))


def test_it_is_written_down() -> None:
    """A golden value: a rebuild on another machine, or next year, must come to the same."""
    golden = "ceade6c817e0d075b61a6fa8d8cbf189c39c7e69207d41a404cbf5f377516019"
    assert digest_of(feed([0, 1])) == Digest(2, golden)
