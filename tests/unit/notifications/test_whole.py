"""What a whole history of informing leads to, event by event."""

from __future__ import annotations

from services.notifications.domain import catalogue
from tests.unit.lives.filling import holes, leaves
from tests.unit.notifications.family import PLAN
from tests.unit.notifications.story import FILE, story
from tests.unit.notifications.whole import whole

# By whom or how is for the history; of a second attempt the notice knows all but its number.
ONLY_HISTORY = {
    "PersonInformed.by",
    "NoticeIntended.channel",
    "NoticeIntended.occasion",
    "NoticeIntended.person",
    "NoticesDestroyed.ground",
    "NoticesDestroyed.plan",
    "NoticesDestroyed.rows",
}


def test_each_event_leads_to_what_was_approved() -> None:
    """W8.4: after a change, ``python -m tests.unit.notifications.story`` and read it again."""
    assert story() == FILE.read_text("utf-8")


def test_what_was_recorded_is_known_afterwards_and_nothing_is_left_out() -> None:
    """Domain 1: every field of every event of our own is in the state."""
    history = whole().history
    lost = set()
    for n, recorded in enumerate(history):
        before, after = (catalogue.fold(PLAN, history[: n + each]) for each in (0, 1))
        assert list(holes([vars(each) for each in after._parts.values()])) == []
        assert list(holes(recorded.event)) == []
        known, knew = (leaves([vars(p) for p in s._parts.values()]) for s in (after, before))
        if recorded.stamp.source is None:
            event = recorded.event
            fields = (f for f in event.__struct_fields__ if f not in ("notice", "attempt"))
            lost |= {
                f"{type(event).__name__}.{field}"
                for field in fields
                if leaves(getattr(event, field)) - (known - knew)
            }
    assert lost <= ONLY_HISTORY
