"""Every decision that is written down says when, what, why, and what it costs us."""

import re

from tests.house.tree import ROOT

PARTS = {
    "a title '# NNNN. ...' with the number of its file": r"\A# {number}\. \S",
    "a line 'Date: YYYY-MM-DD'": r"^Date: (\d{{4}}-\d\d-\d\d|YYYY-MM-DD)$",
    "a '## Choice' that says something": r"^## Choice\n+[^#\s]",
    "'## Reasons' that say something": r"^## Reasons\n+[^#\s]",
    "'## What it costs us' that says something": r"^## What it costs us\n+[^#\s]",
}


def missing(name: str, text: str) -> list[str]:
    """The parts that a decision record lacks."""
    number = name[:4]
    patterns = {part: pattern.format(number=number) for part, pattern in PARTS.items()}
    return [part for part, p in patterns.items() if not re.search(p, text, re.MULTILINE)]


def records() -> dict[str, str]:
    """The decision records by file name, the template too."""
    return {p.name: p.read_text("utf-8") for p in (ROOT / "docs/decisions").glob("*.md")}


def test_every_decision_has_a_date_a_choice_its_reasons_and_its_costs():
    """Whoever doubts a choice finds what it was weighed against, and what it was known to cost."""
    assert {name: lacks for name, text in records().items() if (lacks := missing(name, text))} == {}


def test_decisions_are_numbered_without_doubles():
    """``0007`` names one decision."""
    numbers = [name[:4] for name in records()]
    assert sorted(numbers) == sorted(set(numbers))


def test_a_decision_without_its_costs_is_found():
    """The check can fail: a heading with nothing under it counts for nothing."""
    text = (
        "# 0001. We keep events\n\nDate: 2025-01-01\n\n## Choice\n\nYes.\n\n## Reasons\n\nThem.\n\n"
    )
    assert missing("0001-events.md", text) == ["'## What it costs us' that says something"]
    assert len(missing("0002-events.md", text + "## What it costs us\n\n## More\n")) == 2
