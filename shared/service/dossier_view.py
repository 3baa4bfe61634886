"""The dossier of a plan as a file: what an inspector takes away, and can check without us."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from shared.access.role import Role
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Recorded
from shared.eventbase.sentence import Words
from shared.proof.dossier import NotSigned, zipped
from shared.proof.page import Line, dossier_page
from shared.record.micros import to_micros
from shared.service.proving import Proving
from shared.web.act_answer import ActAnswer
from shared.web.look import Look
from shared.web.problem import Problem
from shared.web.refusals import UnknownPlan
from shared.web.view import Raw, Reading, View

ZIP = "application/zip"
_RETRY_AFTER = "60"
_LATE = "De ondertekenaar van dit register is nog niet langs geweest. Probeer het straks opnieuw."
# A signer that is late is looked after by people: asking every minute does not help.
_BEHIND_SECONDS, _RETRY_BEHIND = 15 * 60, "300"
_BEHIND = (
    "De ondertekenaar loopt meer dan een kwartier achter. Een dossier zou nu niet bewijzen wat het "
    "laatst is vastgelegd. Probeer het straks opnieuw. Blijft dit zo, meld het dan bij beheer."
)


Looks = Callable[[Reading], Any]


def dossier_view(
    catalogue: Catalogue, proving: Proving, looks: Looks, clock: Callable[[], datetime]
) -> View:
    """``looks`` makes this service's look at a plan, with what its sentences are told with.

    There is none of a record of which anything waits for its signature longer than 15 minutes
    (integrity.md 2.8).
    """

    def read(reading: Reading) -> Raw:
        look = looks(reading)
        if all(recorded.stamp.source for recorded in look.history):
            # What was followed is proved by whom it was followed from.
            raise UnknownPlan
        if proving.record_behind().seconds(clock()) > _BEHIND_SECONDS:
            raise Problem(503, _BEHIND, headers={"Retry-After": _RETRY_BEHIND})
        page = dossier_page(proving.log, reading.plan_id, reading.moment, _lines(catalogue, look))
        told = {"service": catalogue.service, "valid": to_micros(reading.moment.valid)}
        try:
            files = proving.dossiers.make(
                look.plan_id, look.sight, reading.moment.known, page, told
            )
        except NotSigned:
            raise Problem(503, _LATE, headers={"Retry-After": _RETRY_AFTER}) from None
        return Raw(zipped({catalogue.service: files}), ZIP, _headers(look, catalogue.service))

    return View(
        path="/dossiers/{planId}/bewijsdossier",
        name="bewijsdossier",
        summary="Alles van een dossier, met het bewijs dat er niets aan is veranderd of ontbreekt",
        roles=(Role.INSPECTOR, Role.SUPERVISOR),
        answer=ActAnswer,
        read=read,
        paragraphs=("R43",),
        media_type=ZIP,
    )


def _lines(catalogue: Catalogue, look: Any) -> list[Line]:
    telling = look.telling
    return [_line(catalogue, recorded, telling) for recorded in look.counted]


def _line(catalogue: Catalogue, recorded: Recorded[Any], telling: Words) -> Line:
    tell = catalogue.sentences.get(type(recorded.event))
    sentence = tell(recorded.event, telling) if tell is not None else recorded.event.NAME
    stamp = recorded.stamp
    return Line(stamp.effective_at, stamp.learned_at, stamp.recorded_at, sentence, stamp.seq)


def _headers(look: Look, service: str) -> Mapping[str, str]:
    name = f"dossier-{service}-{look.plan_id}.zip"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
