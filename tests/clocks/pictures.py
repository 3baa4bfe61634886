"""The two pictures of docs/clocks.md, made of what case A answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tests.clocks.case_a import CaseA, Told, wall
from tests.clocks.svg import box, dot, drawing, line, text

_LEFT, _WIDE = 40, 640
_MOMENTS = ("2025-03-08 23:00", "2025-03-10 17:00", "2025-05-24 19:45", "2025-05-26 14:00")
_CELL, _TALL, _MARGIN = 150, 84, 130
_UP = "bekend op (beschikbaarOp, K), naar boven steeds later"
_ACROSS = "de dag waar u naar kijkt (geldigOp, V), naar rechts steeds later"
_TITLE = "Welk antwoord hoort bij welke V en K"
_SAME, _PAST, _AHEAD = "#e8eef7", "#ffffff", "#f3f3f3"


def days(case: CaseA) -> str:
    """Occurred, learned and recorded: the assault of 8 March, and the hand-over of 24 May."""
    assault, handover = case.incidents()
    parts = [
        *_row(60, "Voorval 1: mishandeling", assault, []),
        *_row(220, "Voorval 2: dronken bij de overdracht", handover, [case.judged()]),
    ]
    told = (
        f"Voorval 1: gebeurd {_day(assault.happened)}, vernomen {_day(assault.learned)}, "
        f"vastgelegd {_day(assault.recorded)}. Voorval 2: gebeurd {_day(handover.happened)}, "
        f"vernomen en vastgelegd {_day(handover.recorded)}, beoordeeld {_day(case.judged())}."
    )
    return drawing(720, 310, "Gebeurd, vernomen, vastgelegd", told, parts)


def _row(top: int, title: str, told: Told, after: list[datetime]) -> list[str]:
    named = [("gebeurd", told.happened)]
    if told.learned == told.recorded:
        named.append(("vernomen en vastgelegd", told.recorded))
    else:
        named += [("vernomen", told.learned), ("vastgelegd", told.recorded)]
    named += [("beoordeeld", at) for at in after]
    # Evenly: of moments a quarter of an hour apart in two days nothing could be read.
    step = _WIDE / (len(named) - 1)
    parts = [
        text(_LEFT, top - 20, title, bold=True),
        line(_LEFT, top + 20, _LEFT + _WIDE, top + 20),
    ]
    for place, (name, at) in enumerate(named):
        x = _LEFT + place * step
        anchor = "start" if place == 0 else "end" if place == len(named) - 1 else "middle"
        parts += [
            dot(x, top + 20, filled="vastgelegd" in name),
            text(x, top + 52, name, anchor=anchor),
            text(x, top + 72, _day(at), anchor=anchor),
        ]
        if place:
            lag = _passed(named[place - 1][1], at)
            parts.append(text(x - step / 2, top + 10, lag, anchor="middle"))
    return parts


def pairs(case: CaseA) -> str:
    """V across, K up: what an answer shows for each pair of four moments."""
    moments = [wall(each) for each in _MOMENTS]
    bottom = 40 + len(moments) * _TALL
    parts = [text(_MARGIN, 24, _UP, bold=True)]
    told = []
    for row, known in enumerate(reversed(moments)):
        top = 40 + row * _TALL
        parts += [text(_MARGIN - 10, top + 46, _day(known), anchor="end")]
        for column, valid in enumerate(moments):
            left, lines = _MARGIN + column * _CELL, case.seen(valid, known)
            parts += _cell(left, top, lines, _shade(valid, known))
            told.append(f"{_day(valid)}, bekend op {_day(known)}: {', '.join(lines)}")
    parts += [
        text(_MARGIN + (each + 0.5) * _CELL, bottom + 22, _day(at), anchor="middle")
        for each, at in enumerate(moments)
    ]
    parts.append(
        text(
            _MARGIN,
            bottom + 48,
            "de dag waar u naar kijkt (geldigOp, V), naar rechts steeds later",
            bold=True,
        )
    )
    wide = _MARGIN + len(moments) * _CELL + 10
    return drawing(
        wide, bottom + 60, "Welk antwoord hoort bij welke V en K", ". ".join(told), parts
    )


def _cell(left: float, top: float, lines: list[str], fill: str) -> list[str]:
    first = top + _TALL / 2 + 5 - 10 * (len(lines) - 1)
    return [box(left, top, _CELL, _TALL, fill)] + [
        text(left + _CELL / 2, first + 20 * place, said, anchor="middle")
        for place, said in enumerate(lines)
    ]


def _shade(valid: datetime, known: datetime) -> str:
    if valid == known:
        return _SAME
    return _PAST if valid < known else _AHEAD


def _day(at: datetime) -> str:
    return f"{at.day}-{at.month} {at:%H:%M}"


def _passed(since: datetime, until: datetime) -> str:
    minutes = round((until - since).total_seconds() / 60)
    if minutes < 60:
        return f"{minutes} minuten"
    return f"{round(minutes / 60)} uur"


PICTURES: dict[str, Callable[[CaseA], str]] = {"dagen.svg": days, "paren.svg": pairs}
