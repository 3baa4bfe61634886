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
    golden = "7b28580ffb4d7a715855e4e4252d7904d9e153fe6d6bc875e14f5ab5392d1177"
    assert digest_of(feed([0, 1])) == Digest(2, golden)
