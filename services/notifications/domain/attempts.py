"""Attempts to send, and their outcomes: recorded by the service itself, the intent first (W8.4)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.notices import Notice, Notices, NoticeState, Reason, Withdrawal
from services.notifications.domain.occasion import Occasion
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Channel(enum.Enum):
    """How a notice is sent."""

    EMAIL = "email"


@catalogue.event
class NoticeIntended(Event, frozen=True):
    """The service is about to send: recorded before anything leaves, at every attempt.

    What is sent carries an id made of ``notice``, so that a repeated attempt is recognised.
    """

    TOPIC = "notification.notice-intended"
    NAME = "bericht-voorgenomen"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"

    notice: UUID
    person: UUID
    occasion: Occasion
    attempt: int
    channel: Channel = Channel.EMAIL


@catalogue.event
class NoticeSent(Event, frozen=True):
    """The mail server took it. Nobody is informed by that (W8.4)."""

    TOPIC = "notification.notice-sent"
    NAME = "bericht-verstuurd"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"

    notice: UUID


@catalogue.event
class NoticeFailed(Event, frozen=True):
    """It could not be sent. Without ``retry_at`` it is not tried again by itself."""

    TOPIC = "notification.notice-failed"
    NAME = "bericht-mislukt"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"

    notice: UUID
    reason: Reason
    retry_at: datetime | None = None


@catalogue.event
class NoticeWithdrawn(Event, frozen=True):
    """It is no longer to be sent: just before sending, something had changed."""

    TOPIC = "notification.notice-withdrawn"
    NAME = "bericht-ingetrokken"
    PARAGRAPHS = ("W8.4",)
    ABOUT = "notice"
    ENDS = True

    notice: UUID
    withdrawal: Withdrawal


@catalogue.sentence(NoticeIntended)
def _tell_intended(event: NoticeIntended, words: Words) -> str:
    again = "" if event.attempt == 1 else f" Dit is poging {event.attempt}."
    return f"Een bericht aan {words.name(event.person)} staat klaar om te versturen.{again}"


@catalogue.sentence(NoticeSent)
def _tell_sent(event: NoticeSent, words: Words) -> str:
    return "Het bericht is verstuurd. Of iemand het heeft gelezen, is nog niet bekend."


_REASON = {
    Reason.TEMPORARY: "de ontvangende mailserver kan het nu niet aannemen",
    Reason.PERMANENT: "de ontvangende mailserver weigert het",
    Reason.NO_MAIL_SERVER: "er is geen mailserver bereikbaar",
    Reason.BOUNCED: "het kwam terug",
}


@catalogue.sentence(NoticeFailed)
def _tell_failed(event: NoticeFailed, words: Words) -> str:
    after = "Er volgt een nieuwe poging." if event.retry_at else "Er volgt geen nieuwe poging."
    return f"Het bericht kon niet worden verstuurd: {_REASON[event.reason]}. {after}"


_WITHDRAWAL = {
    Withdrawal.NOTHING_DUE: "het hoeft niet meer",
    Withdrawal.CONTACT_CHANGED: "deze weg is niet meer gekozen als veilig contact",
}


@catalogue.sentence(NoticeWithdrawn)
def _tell_withdrawn(event: NoticeWithdrawn, words: Words) -> str:
    return f"Het bericht is ingetrokken: {_WITHDRAWAL[event.withdrawal]}."


@catalogue.fold.on(NoticeIntended)
def _intended(state: State, event: NoticeIntended, stamp: Stamp) -> None:
    at = stamp.effective_at
    earlier = state[Notices].all.get(event.notice)
    state[Notices].all[event.notice] = Notice(
        event.notice,
        event.person,
        event.occasion,
        event.attempt,
        1 + (earlier.tries if earlier else 0),
        earlier.since if earlier else at,
        NoticeState.UNCERTAIN,
        at,
    )
    state[Reaches].put(event.notice, (event.person,))


@catalogue.fold.on(NoticeSent)
def _sent(state: State, event: NoticeSent, stamp: Stamp) -> None:
    _becomes(state, event.notice, NoticeState.SENT, stamp)


@catalogue.fold.on(NoticeFailed)
def _failed(state: State, event: NoticeFailed, stamp: Stamp) -> None:
    became = NoticeState.RETRYING if event.retry_at else NoticeState.FAILED
    _becomes(state, event.notice, became, stamp, reason=event.reason, retry_at=event.retry_at)


@catalogue.fold.on(NoticeWithdrawn)
def _withdrawn(state: State, event: NoticeWithdrawn, stamp: Stamp) -> None:
    _becomes(state, event.notice, NoticeState.WITHDRAWN, stamp, withdrawal=event.withdrawal)


def _becomes(
    state: State, notice: UUID, became: NoticeState, stamp: Stamp, **details: object
) -> None:
    known = state[Notices].all.get(notice)
    if known is not None:
        state[Notices].all[notice] = msgspec.structs.replace(
            known, state=became, changed_at=stamp.effective_at, **details
        )
