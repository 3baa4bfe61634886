"""The family version as a page of HTML that prints on at most two sheets of A4 (W0.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from services.plans.api.family_version.phrases import PHRASES
from shared.eventbase.calendar import local_day
from shared.web.page import html_page
from shared.web.view import Raw, Stated

_HERE = Path(__file__).parent
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def family_version_page(found: dict[str, Any], moments: Stated) -> Raw:
    """The page that says what ``found`` says, and nothing else of anybody."""
    style = _style()
    text = (
        _environment()
        .get_template("page.html")
        .render(own=found, say=PHRASES[found["audience"]], moments=moments, style=style)
    )
    return html_page(text, style)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": dutch_day,
        "both": both,
        "unsaid": unsaid,
        "sentence": sentence,
        "local": local_day,
    }
    return made


@cache
def _style() -> str:
    return (_HERE / "page.css").read_text("utf-8")


def dutch_day(day: date) -> str:
    """A day as people write it: 1 maart 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def both(names: Sequence[str]) -> str:
    """Names as people say them: Els, Hans en Noor."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"


def unsaid(names: Sequence[str], text: str | None) -> bool:
    """Whether one of them is not called by their first name in the text already."""
    said = set(re.findall(r"\w+", text or ""))
    return any(name.split(" ")[0] not in said for name in names)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a mark already."""
    return text if text.endswith((".", "!", "?", "…", ":", '"')) else f"{text}."
