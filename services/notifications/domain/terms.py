"""The terms in which people must be informed, and the pace at which sending is tried (R24, R25)."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.notifications.domain.catalogue import catalogue
from shared.eventbase.terms import Term, Terms

# R24: sent in 2 working days, confirmed in 7 days; with acute unsafety both the same day.
_SENT = catalogue.threshold("R24", Term(working_days=2))
_CONFIRMED = catalogue.threshold("R24-bevestigd", Term(days=7))
_WHEN_ACUTE = catalogue.threshold("R24-acuut", Term(days=0))
# R25: the case lead is told at once and an incident may have to be assessed within 4 hours.
_INCIDENT = catalogue.threshold("R25", Term(hours=4))
OWN = catalogue.terms()

# An attempt without an outcome is given this long before it is called uncertain and made again.
GRACE = timedelta(minutes=10)
BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=25),
    timedelta(hours=2),
    timedelta(hours=12),
)
GIVE_UP = timedelta(days=5)
# How often it is looked whether somebody without an e-mail choice has made one since; every look
# is one more line in the access log, so less often once the first day is over.
RECHECK = timedelta(hours=1)
LATER_RECHECK = timedelta(days=1)
FIRST_DAY = timedelta(days=1)


def version_sent_by(terms: Terms, made_at: datetime, acute: bool) -> datetime:
    """When everybody must have been sent a notice of a version (R24)."""
    return terms.due(_WHEN_ACUTE if acute else _SENT, made_at)


def version_confirmed_by(terms: Terms, made_at: datetime, acute: bool) -> datetime:
    """When everybody must be known to be informed of a version (R24)."""
    return terms.due(_WHEN_ACUTE if acute else _CONFIRMED, made_at)


def incident_known_by(terms: Terms, reported_at: datetime) -> datetime:
    """When the case lead must be known to know of an incident (R25)."""
    return terms.due(_INCIDENT, reported_at)


def retry_at(tries: int, since: datetime, now: datetime) -> datetime | None:
    """When to try again after ``tries`` attempts that began at ``since``; None to give up."""
    again = now + BACK_OFF[min(tries, len(BACK_OFF)) - 1]
    return again if again - since <= GIVE_UP else None


def repeat_at(tries: int, since: datetime, at: datetime) -> datetime | None:
    """When to repeat an attempt of ``at`` that has no outcome; None to leave it to a worker."""
    again = retry_at(tries, since, at)
    return None if again is None else max(again, at + GRACE)


def recheck_at(since: datetime, now: datetime) -> datetime:
    """When to look again at what is due since ``since`` and could not be done now."""
    return now + (RECHECK if now - since < FIRST_DAY else LATER_RECHECK)
