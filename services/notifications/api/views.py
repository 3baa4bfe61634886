"""The questions of the notifications service, as routes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from services.notifications.api.answers import (
    HistoryAnswer,
    LedgerAnswer,
    LedgersAnswer,
    ObligationsAnswer,
)
from services.notifications.api.erasure_answers import ErasuresAnswer
from services.notifications.api.notice_answers import NoticesAnswer
from services.notifications.api.questions.sections import sections
from services.notifications.views.erasures import erasures_view
from services.notifications.views.history import history_view
from services.notifications.views.ledger import ledger_view, ledgers_view
from services.notifications.views.looking import InformingLook
from services.notifications.views.notices import notices_view
from services.notifications.views.obligations import obligations_view
from services.notifications.views.own import own_view
from shared.access.role import EVERYBODY, PROFESSIONALS, Role
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.look import NamesOf
from shared.web.paging import LongQuery, Pages
from shared.web.sections import Section, sections_answer, told
from shared.web.view import Reading, View
from shared.web.wire import QuerySchema, WireSchema

_DOSSIER = "/dossiers/{planId}"
_LEDGERS = f"{_DOSSIER}/informeringen"

Asked = Callable[[InformingLook, Reading], Any]


class InformingViews:
    """All views of the service, reading through ``acting``; ``names_of`` asks plans for names,

    and ``looked_at`` tells who looked; ``pages``: of long lists.
    """

    def __init__(
        self,
        acting: Acting,
        names_of: NamesOf,
        terms: Terms,
        looked_at: Callable[[InformingLook], Any],
        pages: Pages,
    ) -> None:
        self._acting = acting
        self._names_of = names_of
        self._terms = terms
        self._looked_at = looked_at
        self._pages = pages

    def all(self) -> Sequence[View]:
        """Every route that reads."""
        own = sections(self._looked_at)
        questions = (self._question(number, each) for number, each in own.items())
        return (*self._ledgers(), *self._of_the_dossier(), *questions)

    def _question(self, number: int, own: Sequence[Section]) -> View:
        name = f"vraag-{number}"
        known = f"Wat deze dienst weet bij vraag {number}"
        answer = sections_answer(f"Vraag{number}", own)
        path = f"{_DOSSIER}/vragen/{number}"
        view = self._view(path, name, known, answer, lambda look, _: told(own, look))
        beyond = any(section.beyond_record for section in own)
        return dataclasses.replace(view, paragraphs=(), beyond_record=beyond)

    def _ledgers(self) -> Sequence[View]:
        listed = "Per versie wie ervan weet en wie nog niet"
        one, path = "Hoe het staat met ieders informeren over één versie", f"{_LEDGERS}/versies"
        return (
            self._view(_LEDGERS, "informeringen", listed, LedgersAnswer, _ledgers),
            self._view(f"{path}/{{versie:int}}", "informering", one, LedgerAnswer, _ledger),
        )

    def _of_the_dossier(self) -> Sequence[View]:
        due, told = "Wie nog geïnformeerd moet worden, en wat vervuld is", "Wat er gebeurde"
        path, name = f"{_DOSSIER}/berichten", "berichten"
        gone = "Wat gewist moest worden, en welke dienst dat heeft bevestigd"
        sent = "De verstuurde berichten, en wat niet verstuurd kon worden"
        return (
            self._view(
                f"{_DOSSIER}/verplichtingen", "verplichtingen", due, ObligationsAnswer, _obligations
            ),
            self._view(path, name, sent, NoticesAnswer, _notices, EVERYBODY),
            self._view(
                f"{_DOSSIER}/geschiedenis",
                "geschiedenis",
                told,
                HistoryAnswer,
                self._history,
                query=LongQuery,
            ),
            self._view(f"{_DOSSIER}/wissingen", "wissingen", gone, ErasuresAnswer, _erasures),
        )

    def _history(self, look: InformingLook, reading: Reading) -> Any:
        return history_view(look, self._pages.asked(reading))

    def _view(
        self,
        path: str,
        name: str,
        summary: str,
        answer: type[WireSchema],
        ask: Asked,
        roles: tuple[Role, ...] = PROFESSIONALS,
        query: type[QuerySchema] | None = None,
    ) -> View:
        def read(reading: Reading) -> Any:
            return ask(InformingLook(self._acting, self._names_of, self._terms, reading), reading)

        return View(
            path=path,
            name=name,
            summary=summary,
            roles=roles,
            answer=answer,
            read=read,
            paragraphs=("W8.4",),
            query=query,
        )


def _ledgers(look: InformingLook, reading: Reading) -> Any:
    return ledgers_view(look)


def _ledger(look: InformingLook, reading: Reading) -> Any:
    return ledger_view(look, reading.path["versie"])


def _obligations(look: InformingLook, reading: Reading) -> Any:
    return obligations_view(look)


def _notices(look: InformingLook, reading: Reading) -> Any:
    return notices_view(look) if look.sight.full else own_view(look)


def _erasures(look: InformingLook, reading: Reading) -> Any:
    return erasures_view(look)
