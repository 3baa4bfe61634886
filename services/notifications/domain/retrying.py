"""Asking to send a notice again that could not be sent (W8.4)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.notices import Notices, NoticeState
from services.notifications.domain.obligations import to_send
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class RetryAsked(Event, frozen=True):
    """A worker asked to try a notice again, at once and with the first terms."""

    TOPIC = "notification.retry-asked"
    NAME = "herhaling-gevraagd"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"

    notice: UUID


class RetryNotice(Act, frozen=True, kw_only=True):
    """Asks to try again to send a notice that failed or is uncertain."""

    notice: UUID


_NOT_SENT = (NoticeState.FAILED, NoticeState.RETRYING, NoticeState.UNCERTAIN)


def _finished(state: State, act: RetryNotice, doing: Doing) -> tuple[str, ...]:
    known = state[Notices].all.get(act.notice)
    return when(known is not None and known.state not in _NOT_SENT)


def _nothing_due(state: State, act: RetryNotice, doing: Doing) -> tuple[str, ...]:
    known = state[Notices].all.get(act.notice)
    due = [(each.person, each.occasion) for each in to_send(state)]
    return when(known is not None and (known.person, known.occasion) not in due)


_RULES = (
    Rule(
        "bericht-onbekend",
        "W8.4",
        "Dit bericht is er niet.",
        lambda state, act, doing: when(act.notice not in state[Notices].all),
    ),
    Rule(
        "bericht-al-klaar",
        "W8.4",
        "Dit bericht is al verstuurd of ingetrokken.",
        _finished,
    ),
    Rule(
        "bericht-niet-nodig",
        "W8.4",
        "Dit bericht is niet meer nodig: er staat niets meer voor open.",
        _nothing_due,
    ),
)


@catalogue.act(RetryNotice, "Bericht opnieuw versturen", ("W8.4",), (RetryAsked,))
def retry_notice(state: State, act: RetryNotice, doing: Doing) -> list[Event]:
    """The notice is tried again as soon as possible."""
    refuse(_RULES, state, act, doing)
    return [RetryAsked(act.notice)]


@catalogue.sentence(RetryAsked)
def _tell(event: RetryAsked, words: Words) -> str:
    return "Er is gevraagd het bericht opnieuw te versturen."


@catalogue.fold.on(RetryAsked)
def _asked(state: State, event: RetryAsked, stamp: Stamp) -> None:
    known = state[Notices].all.get(event.notice)
    if known is not None and known.state in _NOT_SENT:
        at = stamp.effective_at
        state[Notices].all[event.notice] = msgspec.structs.replace(
            known, state=NoticeState.RETRYING, tries=0, since=at, retry_at=at
        )
