"""The marks that a drawing of a network is made of: boxes with names, and lines, as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from services.plans.domain.network.relations import Quality, RelationKind

SVG = "image/svg+xml"
BOX_WIDTH, BOX_HEIGHT = 150, 40
_LONGEST = 17
_CENTRED = 'text-anchor="middle" dominant-baseline="middle"'
_INK, _PAPER, _GREY = "#1b1b1b", "#ffffff", "#6b6b6b"

KINDS = {
    RelationKind.PARENT: "ouder",
    RelationKind.STEP_PARENT: "stiefouder",
    RelationKind.FOSTER_PARENT: "pleegouder",
    RelationKind.GRANDPARENT: "grootouder",
    RelationKind.SIBLING: "broer of zus",
    RelationKind.RELATIVE: "familie",
    RelationKind.PARTNER: "partner",
    RelationKind.FORMER_PARTNER: "ex-partner",
    RelationKind.FRIEND: "vriend",
    RelationKind.ACQUAINTANCE: "kennis",
    RelationKind.NEIGHBOUR: "buur",
    RelationKind.PROFESSIONAL: "beroepskracht",
}
QUALITIES = {
    Quality.CLOSE: "hecht",
    Quality.GOOD: "goed",
    Quality.DISTANT: "afstandelijk",
    Quality.TENSE: "gespannen",
    Quality.BROKEN: "verbroken",
}


class Point(NamedTuple):
    """A place on the paper; y goes down."""

    x: float
    y: float


class Stroke(NamedTuple):
    """How a line looks. It never says by its colour alone what it says."""

    width: float = 1.5
    dash: str = ""
    colour: str = _INK


PLAIN, DASHED, FADED = Stroke(), Stroke(dash="6 4"), Stroke(dash="2 4", colour=_GREY)


def path(points: Sequence[Point], stroke: Stroke = PLAIN) -> str:
    """A line through these points."""
    places = " L ".join(f"{_n(p.x)} {_n(p.y)}" for p in points)
    dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
    look = f'fill="none" stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"{dash}'
    return f'<path d="M {places}" {look}/>'


def label(at: Point, text: str) -> str:
    """Small text with paper around it, so that it is read on a line."""
    place = f'x="{_n(at.x)}" y="{_n(at.y)}" {_CENTRED} font-size="12"'
    paper = f'fill="{_PAPER}" stroke="{_PAPER}" stroke-width="5" aria-hidden="true"'
    said = escape(text)
    return f'<text {place} {paper}>{said}</text><text {place} fill="{_INK}">{said}</text>'


def box(at: Point, name: str) -> str:
    """Somebody, in the middle of ``at``; the whole name stands in the title."""
    shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    left, top = _n(at.x - BOX_WIDTH / 2), _n(at.y - BOX_HEIGHT / 2)
    size = f'width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"'
    frame = f'<rect x="{left}" y="{top}" {size} fill="{_PAPER}" stroke="{_INK}"/>'
    place = f'x="{_n(at.x)}" y="{_n(at.y)}" {_CENTRED}'
    text = f'<text {place} font-size="14" fill="{_INK}">{escape(shown)}</text>'
    return f"<g><title>{escape(name)}</title>{frame}{text}</g>"


def page(title: str, marks: Iterable[str], corners: Sequence[Point]) -> bytes:
    """A whole drawing, as large as what is on it: ``corners`` are the middles of its boxes."""
    pad_x, pad_y = BOX_WIDTH / 2 + 40, BOX_HEIGHT / 2 + 50
    left = min((p.x for p in corners), default=0) - pad_x
    top = min((p.y for p in corners), default=0) - pad_y
    width = max((p.x for p in corners), default=0) + pad_x - left
    height = max((p.y for p in corners), default=0) + pad_y - top
    seen = f'viewBox="{_n(left)} {_n(top)} {_n(width)} {_n(height)}"'
    about = f'role="img" lang="nl" font-family="sans-serif" {seen}'
    paper = f'x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(height)}"'
    drawn = "".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" '
        f'{about}><title>{escape(title)}</title><rect {paper} fill="{_PAPER}"/>{drawn}</svg>'
    ).encode()


def _n(number: float) -> str:
    # Whole numbers: the same on every machine.
    return str(round(number))
