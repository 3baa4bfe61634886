"""The memory of verified tokens is bounded and forgets what ended."""

from shared.access.verified import Verified
from shared.eventbase.doing import Actor

ACTOR = Actor("s1", "worker")


def test_the_least_recently_used_makes_room() -> None:
    """A flood of tokens cannot fill the memory."""
    known = Verified(capacity=2)
    known.remember(b"a", ACTOR, 10)
    known.remember(b"b", ACTOR, 10)
    assert known.actor(b"a", 0) == ACTOR
    known.remember(b"c", ACTOR, 10)
    assert [known.actor(key, 0) for key in (b"a", b"b", b"c")] == [ACTOR, None, ACTOR]
    assert len(known) == 2


def test_what_ended_is_forgotten_when_it_is_next_seen() -> None:
    """At its end, not after it."""
    known = Verified()
    known.remember(b"a", ACTOR, 10)
    assert known.actor(b"a", 9.9) == ACTOR
    assert known.actor(b"a", 10) is None
    assert len(known) == 0
