"""From whatever was raised to the problem that is answered. What nobody foresaw says nothing."""

from __future__ import annotations

from eventsourcing.persistence import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException

from shared.eventbase.rule import Refused
from shared.eventbase.unknown import NotInvolved, NotYetKnown
from shared.record.errors import NewerEventError, UnknownTopicError
from shared.web import refusals
from shared.web.problem import Problem, forbidden, not_found, refused
from shared.web.strict_json import NotStrictJson, TooLarge

# A feed is followed within moments; whoever tries again after this will nearly always succeed.
RETRY_AFTER_SECONDS = 2
_HTTP_DETAIL = {
    400: "De server begrijpt dit verzoek niet.",
    405: "Deze methode werkt hier niet. Kijk in de kopregel Allow welke wel.",
    413: "De inhoud is te groot. Stuur hoogstens 256 kB.",
    415: "Stuur de inhoud als application/json.",
}


def problem_of(error: Exception) -> Problem:
    """The problem that ``error`` is to the caller; 500 without particulars for the unforeseen."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, Refused):
        return refused(error.broken)
    if isinstance(error, NotStrictJson):
        return Problem(413 if isinstance(error, TooLarge) else 400, str(error))
    if isinstance(error, HTTPException):
        return _of_http(error)
    return _of_port(error)


def _of_http(error: HTTPException) -> Problem:
    status = error.code or 500
    # NL ADR /core/no-trailing-slash: never a redirect to what was probably meant.
    if status == 404 or status < 400:
        return not_found()
    headers = {name: value for name, value in error.get_headers() if name == "Allow"}
    return Problem(status, _HTTP_DETAIL.get(status, _HTTP_DETAIL[400]), headers=headers)


def _of_port(error: Exception) -> Problem:
    if isinstance(error, OperationalError | InterfaceError):
        return _away()
    if isinstance(error, NewerEventError | UnknownTopicError):
        return _newer()
    if isinstance(error, refusals.NotFound | NotInvolved):
        return not_found()
    if isinstance(error, refusals.Forbidden):
        return forbidden()
    if isinstance(error, refusals.RevisionMismatch):
        detail = "Iemand anders wijzigde dit intussen. Haal het opnieuw op."
        return Problem(412, detail)
    if isinstance(error, NotYetKnown):
        return _not_yet()
    if isinstance(error, refusals.Conflict):
        detail = "Iemand anders was net eerder. Probeer het opnieuw."
        return Problem(409, detail, kind="tegelijk-gewijzigd")
    return Problem(500, "Er ging iets mis bij ons. Probeer het later opnieuw.")


def _away() -> Problem:
    # Whether it was recorded is not known: the same request with its key gives the answer.
    detail = "De opslag is nu niet bereikbaar. Stuur hetzelfde verzoek straks opnieuw."
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
    return Problem(503, detail, kind="niet-bereikbaar", headers=headers)


def _newer() -> Problem:
    # During an upgrade: what a newer process recorded is for newer ones to show, not to guess at.
    detail = "Dit dossier is bijgewerkt met een nieuwere versie. Probeer het straks opnieuw."
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
    return Problem(503, detail, kind="nieuwere-versie", headers=headers)


def _not_yet() -> Problem:
    detail = "Waar dit naar verwijst is hier nog niet bekend. Probeer het straks opnieuw."
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
    return Problem(409, detail, kind="nog-niet-gevolgd", headers=headers)
