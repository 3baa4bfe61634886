"""Drawings in SVG that can be read without colour, and by a screen reader."""

from __future__ import annotations

from html import escape

INK, SOFT, MARK = "#1b1b1b", "#5f6b7a", "#154273"
_STYLE = "font-family:'Noto Sans',Arial,sans-serif;font-size:14px"


def drawing(width: int, height: int, title: str, told: str, parts: list[str]) -> str:
    """A whole drawing; ``told`` is what it shows, for whoever cannot see it."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'role="img" aria-labelledby="titel tekst" style="{_STYLE}">',
            f'<title id="titel">{escape(title)}</title>',
            f'<desc id="tekst">{escape(told)}</desc>',
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def text(x: float, y: float, said: str, *, anchor: str = "start", bold: bool = False) -> str:
    """One line of text."""
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}"{weight}'
    return f'<text {place} fill="{INK}">{escape(said)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> str:
    """A line."""
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" '
        f'stroke="{SOFT}" stroke-width="2"{dash}/>'
    )


def dot(x: float, y: float, *, filled: bool) -> str:
    """A moment on a line."""
    fill = MARK if filled else "#ffffff"
    return f'<circle cx="{x:g}" cy="{y:g}" r="7" fill="{fill}" stroke="{MARK}" stroke-width="3"/>'


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A cell of a table."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'fill="{fill}" stroke="{SOFT}"/>'
    )
