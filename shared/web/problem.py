"""RFC 9457 problem details, as NL ADR /core/error-handling asks for: every 4xx and 5xx is one.

The members ``invalidParams`` (ADR /core/error-handling/all-errors) and ``overtredingen`` are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import orjson

from shared.eventbase.rule import Broken

MEDIA_TYPE = "application/problem+json"
MAX_INVALID_PARAMS = 100

TITLES = {
    400: "Ongeldige invoer",
    401: "Niet aangemeld",
    403: "Niet toegestaan",
    404: "Niet gevonden",
    405: "Deze methode kan hier niet",
    406: "Deze antwoordvorm is er niet",
    408: "Te lang gewacht",
    409: "Dit kan nu niet",
    412: "Intussen gewijzigd",
    413: "De inhoud is te groot",
    414: "Het adres is te lang",
    415: "Onbekende inhoudsvorm",
    428: "De revisie ontbreekt",
    431: "De kopregels zijn te lang",
    500: "Fout bij ons",
    503: "Even niet beschikbaar",
}
_FALLBACK_DETAIL = "Dit verzoek kan niet worden verwerkt."


class InvalidParam(msgspec.Struct, frozen=True):
    """One thing that is wrong with the input: its name on the wire, a code, a Dutch sentence."""

    name: str
    code: str
    reason: str


class Problem(Exception):
    """An answer that is a problem: what is sent, and nothing that is not."""

    def __init__(
        self,
        status: int,
        detail: str = _FALLBACK_DETAIL,
        *,
        kind: str | None = None,
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(status)
        self.status = status
        self.headers = dict(headers or {})
        self.body = orjson.dumps(
            {
                "type": "about:blank" if kind is None else f"urn:vangnet:probleem:{kind}",
                "title": TITLES.get(status, TITLES[400 if status < 500 else 500]),
                "status": status,
                "detail": detail,
                **(members or {}),
            }
        )


def invalid(params: Sequence[InvalidParam]) -> Problem:
    """NL ADR /core/error-handling/invalid-input: 400, with everything that is wrong at once."""
    shown = [msgspec.structs.asdict(p) for p in params[:MAX_INVALID_PARAMS]]
    detail = "Een of meer velden kloppen niet. Kijk bij invalidParams wat er mis is."
    return Problem(400, detail, kind="ongeldige-invoer", members={"invalidParams": shown})


def refused(broken: Iterable[Broken]) -> Problem:
    """409 for an act that breaks rules: each with its name, its paragraph and its sentence."""
    found = [{"regel": b.rule, "paragraaf": b.paragraph, "melding": b.message} for b in broken]
    detail = " ".join(b["melding"] for b in found)
    return Problem(409, detail, kind="regel-overtreden", members={"overtredingen": found})


def not_found() -> Problem:
    """404, the same bytes for what does not exist and for what is not yours to know of."""
    return Problem(404, "Dit bestaat niet, of het is niet voor u.")


def unauthenticated() -> Problem:
    """401 (RFC 6750), the same whether the token is missing, old or forged."""
    detail = "Meld u aan en stuur een geldig token mee."
    return Problem(401, detail, headers={"WWW-Authenticate": 'Bearer realm="vangnet"'})


def forbidden() -> Problem:
    """403 for a professional whose role does not do this."""
    return Problem(403, "Uw rol mag dit niet.")


def unavailable(retry_after: int) -> Problem:
    """503 with the seconds after which trying again makes sense."""
    detail = "Het lukt nu even niet. Probeer het straks opnieuw."
    return Problem(503, detail, headers={"Retry-After": str(retry_after)})
