"""What differs between two pairs of moments, and why one day looks different now (3.10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from shared.access.role import PROFESSIONALS
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.difference import Change, Difference, Pair
from shared.eventbase.moment import Moment
from shared.eventbase.passing import Passed, Passing
from shared.service.difference_told import Data, DifferenceTold, InWords
from shared.web.differing import DifferenceAnswer, DifferenceQuery, WhyQuery
from shared.web.differing_words import in_words, why_in_words
from shared.web.duties import sentence as duty_sentence
from shared.web.fields import in_zulu
from shared.web.paging import Page, Pages
from shared.web.problem import InvalidParam, invalid
from shared.web.sentences import CODES, IN_FUTURE
from shared.web.view import Pinned, Reading, View

_COMPARED_WITH = "vergelekenMetBeschikbaarOp"
_NOT_LATER = "Kies een later tijdstip dan beschikbaarOp."
_NOTHING = "Noem met welk moment u vergelijkt: vergelekenMetGeldigOp, {}, of beide."

Looks = Callable[[Reading], Any]


class Clocks(msgspec.Struct, frozen=True):
    """What time it is, and when the newest event was recorded that is known here."""

    now: Callable[[], datetime]
    last_recorded: Callable[[], datetime]

    def known(self, asked: datetime) -> datetime:
        """K as it can be answered. Raises Problem 400 for one in the future."""
        if asked > max(self.now(), self.last_recorded()):
            raise invalid([InvalidParam(_COMPARED_WITH, CODES[IN_FUTURE], IN_FUTURE)])
        return min(asked, self.last_recorded())


class DifferenceViews:
    """Both views of one service; ``looks`` makes its look at a plan, for those with full sight."""

    def __init__(self, catalogue: Catalogue, looks: Looks, clocks: Clocks, pages: Pages) -> None:
        self._catalogue = catalogue
        self._looks = looks
        self._clocks = clocks
        self._pages = pages

    def all(self) -> tuple[View, View]:
        """The difference, and why a day looks different."""
        return self._difference(), self._why()

    def _difference(self) -> View:
        return View(
            path="/dossiers/{planId}/verschil",
            name="verschil",
            summary="Wat er verschilt tussen twee momenten, in zinnen en als gegevens",
            roles=PROFESSIONALS,
            answer=DifferenceAnswer,
            read=self._read_difference,
            paragraphs=("R51",),
            query=DifferenceQuery,
        )

    def _why(self) -> View:
        return View(
            path="/dossiers/{planId}/waarom-anders",
            name="waarom-anders",
            summary="Waarom een dag er nu anders uitziet dan met wat er toen bekend was",
            roles=PROFESSIONALS,
            answer=DifferenceAnswer,
            read=self._read_why,
            paragraphs=("R51",),
            known_as_valid=True,
            query=WhyQuery,
        )

    def _read_difference(self, reading: Reading) -> Data:
        valid, known = (reading.query.get(key) for key in ("compared_valid", "compared_known"))
        if valid is None and known is None:
            asked_for = _NOTHING.format(_COMPARED_WITH)
            raise invalid([InvalidParam("vergelekenMetGeldigOp", "required", asked_for)])
        compared = Moment(
            valid or reading.moment.valid,
            reading.moment.known if known is None else self._clocks.known(known),
        )
        page = self._pages.asked(reading)
        told = self._told(reading, compared, reading.moment, in_words, page)
        return told | {"compared": compared}

    def _read_why(self, reading: Reading) -> Pinned:
        then = reading.moment
        now = Moment(then.valid, self._known_later(reading))

        def words_of(change: Change, sentence: str, words: Any) -> str:
            return why_in_words(change, sentence, words, then.known)

        page = self._pages.asked(reading, pinned="compared_known" in reading.query)
        told = self._told(reading, then, now, words_of, page) | {"compared": now}
        return Pinned(told, {_COMPARED_WITH: in_zulu(now.known)})

    def _known_later(self, reading: Reading) -> datetime:
        asked = reading.query.get("compared_known")
        if asked is None:
            return self._clocks.last_recorded()
        if asked < reading.moment.known:
            raise invalid([InvalidParam(_COMPARED_WITH, "too-early", _NOT_LATER)])
        return self._clocks.known(asked)

    def _told(
        self, reading: Reading, compared: Moment, asked: Moment, words_of: InWords, page: Page
    ) -> Data:
        looks = {each: self._look(reading, each) for each in (compared, asked)}
        look, later = looks[asked], looks[max(compared, asked, key=lambda each: each.valid)]
        # By itself nothing comes on one day.
        passings = self._passings(later) if compared.valid != asked.valid else []
        was, now = (Pair(look.history, at, looks[at].counted) for at in (compared, asked))
        found = Difference(look.history, was, now, self._catalogue.tells, passings)
        telling = DifferenceTold(self._catalogue, look, words_of, asked.valid < compared.valid)
        changed = found.items
        items = [telling.item(each) for each in page.of(changed)]
        words = list(dict.fromkeys(word for item in items for word in item["words"]))
        return {"items": items, "words": words, "following": page.following(changed)}

    def _look(self, reading: Reading, moment: Moment) -> Any:
        return self._looks(msgspec.structs.replace(reading, moment=moment, asked_for_past=True))

    def _passings(self, look: Any) -> list[Passing]:
        at = look.moment.valid
        owed = self._catalogue.obligations_at(look.state, look.terms, at)
        return [
            *self._catalogue.passings(look.state, look.telling),
            *(
                Passing(
                    each.about or each.opened.event_id,
                    each.due_at,
                    Passed.CHANGED,
                    duty_sentence(self._catalogue.duties[each.duty], each, at),
                )
                for each in owed
                if each.overdue(at)
            ),
        ]
