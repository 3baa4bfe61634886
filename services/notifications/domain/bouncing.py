"""A notice that came back: taken by a mail server, and seen by nobody (W8.4, domain.md 3.8)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.notices import Notices, NoticeState, Reason
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class NoticeBounced(Event, frozen=True):
    """The mail server that took it could not deliver it (W8.4)."""

    TOPIC = "notification.notice-bounced"
    NAME = "bericht-onbestelbaar"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"

    notice: UUID


class ReportBounce(Act, frozen=True, kw_only=True):
    """Records that a notice came back; it can then be sent again, to a better address."""

    notice: UUID


_SENT = (NoticeState.SENT, NoticeState.UNCERTAIN)


def _was_sent(state: State, notice: UUID) -> bool:
    known = state[Notices].all.get(notice)
    return known is not None and known.state in _SENT


_RULES = (
    Rule(
        "onbestelbaar-niet-verstuurd",
        "W8.4",
        "Dit bericht is er niet, of het is niet verstuurd.",
        lambda state, act, doing: when(not _was_sent(state, act.notice)),
    ),
)


@catalogue.act(ReportBounce, "Bericht onbestelbaar melden", ("W8.4",), (NoticeBounced,))
def report_bounce(state: State, act: ReportBounce, doing: Doing) -> list[Event]:
    """The notice failed after all."""
    refuse(_RULES, state, act, doing)
    return [NoticeBounced(act.notice)]


@catalogue.sentence(NoticeBounced)
def _tell(event: NoticeBounced, words: Words) -> str:
    return "Het bericht kwam terug: het is niet aangekomen."


@catalogue.fold.on(NoticeBounced)
def _bounced(state: State, event: NoticeBounced, stamp: Stamp) -> None:
    if _was_sent(state, event.notice):
        state[Notices].all[event.notice] = msgspec.structs.replace(
            state[Notices].all[event.notice],
            state=NoticeState.FAILED,
            changed_at=stamp.effective_at,
            reason=Reason.BOUNCED,
        )
