"""Fills two pages with somebody's own version, the most important first (W0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from services.plans.domain.plan.emergency import Piece
from services.plans.views.family_version.audience import Contents
from services.plans.views.family_version.calling import pieces
from services.plans.views.family_version.fitting import Sheet, few
from services.plans.views.family_version.promises import Promise, Stage, promises
from services.plans.views.family_version.reader import Reader
from services.plans.views.family_version.told_concerns import told_concerns
from services.plans.views.parts.content import Data


class Filling:
    """What does not fit is left out from the end of the order in which ``filled`` goes."""

    def __init__(self, reader: Reader, contents: Contents) -> None:
        self._reader, self._contents = reader, contents
        self._sheet = Sheet(contents.room)
        found = [each for each in promises(reader) if self._is_given(each)]
        over = [each for each in found if each.stage is Stage.OVER]
        now = [each for each in found if each.stage is not Stage.OVER]
        self._over = over if contents.over else []
        self._mine = [each for each in now if each.mine]
        self._theirs = [each for each in now if not each.mine]

    def _is_given(self, promise: Promise) -> bool:
        gives = self._contents
        return (promise.answered or gives.unanswered) and (gives.secrets or not promise.is_secret)

    def filled(self) -> Data:
        """Whom to call; what the reader does, and what follows if it fails; what must be so at
        least; when all meet; what others do, and what follows; what follows if it works out;
        concerns; and what is over."""
        gives = self._contents
        calls, child_does = self._pieces(Piece.CALL), self._pieces(Piece.CHILD_DOES)
        mine = self._promises(self._mine, 1)
        own = mine if gives.own_outcomes else []
        failing = self._outcomes(own, "if_not_kept")
        lines = self._lines() if gives.bottom_lines else []
        schedule = self._schedule()
        others = self._promises(self._theirs, 1 + len(mine))
        theirs = others if gives.others_outcomes else []
        failing += self._outcomes(theirs, "if_not_kept")
        return {
            "calls": calls,
            "child_does": child_does,
            "mine": mine,
            "others": others,
            "if_not_kept": failing,
            "if_kept": self._outcomes([*own, *theirs], "if_kept"),
            "bottom_lines": lines,
            "schedule": schedule,
            "concerns": self._concerns() if gives.concerns else [],
            "over": self._promises(self._over, 1),
            "more_in_plan": self._sheet.is_full,
        }

    def _pieces(self, kind: Piece) -> list[str]:
        gives = self._contents
        is_given = kind is Piece.CALL or gives.what_child_does
        found = pieces(self._reader, kind, gives.secrets) if is_given else []
        return [row["text"] for row in self._rows({"text": text} for text in found)]

    def _promises(self, found: Iterable[Promise], first: int) -> list[Data]:
        rows = (_row(promise, number) for number, promise in enumerate(found, first))
        return self._rows(rows)

    def _outcomes(self, promised: Iterable[Data], which: str) -> list[Data]:
        told = ({"number": row["number"], "text": row[which]} for row in promised if row[which])
        return self._rows(told)

    def _lines(self) -> list[Data]:
        why = self._contents.reasons
        return self._rows(
            {
                "text": line["text"],
                "reason": line["reason"] if why else None,
                "measurable_by": line["measurable_by"] if why else None,
            }
            for line in self._reader.paper["bottom_lines"]
            if self._contents.secrets or not self._reader.is_secret(line["item"])
        )

    def _schedule(self) -> Data | None:
        agreed = self._reader.paper["schedule"]
        if agreed is None:
            return None
        who = few(self._reader.names(agreed["participants"]))
        return next(iter(self._rows([agreed | {"participants": who}])), None)

    def _concerns(self) -> list[Data]:
        told = told_concerns(self._reader)
        return self._rows({"what": t.what, "consequence": t.consequence} for t in told)

    def _rows(self, rows: Iterable[Data]) -> list[Data]:
        return self._sheet.fill(rows)


def _row(promise: Promise, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "what": promise.what,
        "who": few(promise.who),
        "for_me": promise.for_me,
        "for_whom": few(promise.for_whom),
        "first_day": promise.first_day,
        "last_day": promise.last_day,
        "begins_later": promise.stage is Stage.BEGINS,
        "answered": promise.answered,
        "if_kept": promise.if_kept,
        "if_not_kept": promise.if_not_kept,
    }
