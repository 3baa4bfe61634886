"""All that is known, ordered in the framework, each with its source and date (S1.1, S6.2)."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from services.plans.domain.picture.concerns import Concern, Concerns
from services.plans.domain.picture.exceptions import ProtectiveException, ProtectiveExceptions
from services.plans.domain.picture.framework import Column, Entry, Framework
from services.plans.domain.picture.strengths import Strength, Strengths
from services.plans.views.parts.content import Data
from shared.web.look import Look


class RowKind(enum.Enum):
    """What a row of the framework was recorded as."""

    ENTRY = "entry"
    CONCERN = "concern"
    STRENGTH = "strength"
    EXCEPTION = "exception"


def framework_view(look: Look) -> Data:
    """Per column its rows, the earliest recorded first; for those with full sight."""
    rows = sorted(_rows(look), key=lambda row: row["at"])
    return {
        "columns": [
            {"column": column, "rows": [row for row in rows if row["column"] is column]}
            for column in Column
        ]
    }


def _rows(look: Look) -> Iterator[Data]:
    state = look.state
    yield from (_entry(look, each) for each in state[Framework].all.values())
    yield from (_concern(look, each) for each in state[Concerns].all.values())
    yield from (_strength(look, each) for each in state[Strengths].all.values())
    yield from (_exception(look, each) for each in state[ProtectiveExceptions].all.values())


def _entry(look: Look, entry: Entry) -> Data:
    said = look.sight.said(entry.words)
    return {
        "kind": RowKind.ENTRY,
        "column": entry.column,
        "item": entry.item,
        "text": said("text"),
        "source": said("source"),
        "quote": said("quote"),
        "on": entry.on,
        "ascertained": entry.ascertained,
        "about": entry.about,
        "holder": entry.holder,
        "origin": entry.origin,
        "supersedes": entry.supersedes,
        "superseded_by": look.state[Framework].superseded.get(entry.item),
        "at": entry.at,
    }


def _concern(look: Look, concern: Concern) -> Data:
    said = look.sight.said(concern.words)
    return {
        "kind": RowKind.CONCERN,
        "column": Column.WORRIES,
        "item": concern.item,
        "text": said("what"),
        "source": said("source"),
        "quote": said("quote"),
        "on": concern.since,
        "ascertained": concern.ascertained,
        "about": concern.about,
        "holder": concern.holder,
        "at": concern.at,
    }


def _strength(look: Look, strength: Strength) -> Data:
    said = look.sight.said(strength.words)
    shown = look.state[ProtectiveExceptions].all.values()
    return {
        "kind": RowKind.STRENGTH,
        "column": Column.WORKING_WELL,
        "item": strength.item,
        "text": said("what"),
        "source": said("source"),
        "quote": said("quote"),
        "on": strength.on,
        "ascertained": strength.ascertained,
        "about": strength.about,
        "holder": strength.holder,
        "protects": any(moment.strength == strength.item for moment in shown),
        "at": strength.at,
    }


def _exception(look: Look, moment: ProtectiveException) -> Data:
    return {
        "kind": RowKind.EXCEPTION,
        "column": Column.WORKING_WELL,
        "item": moment.item,
        "text": look.sight.said(moment.words)("what"),
        "on": moment.on,
        "about": moment.by,
        "holder": moment.told_by,
        "protects": True,
        "at": moment.at,
    }
