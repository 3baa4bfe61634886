"""What a sentence is told with where nothing was sealed and everybody is called Els."""

from __future__ import annotations

from typing import Any


class ClearWords:
    """Every text as it was written."""

    def name(self, who: object) -> str:
        """The one name."""
        return "Els"

    def names(self, people: object) -> str:
        """The same of many."""
        return "Els"

    def text(self, sealed: Any, field: str) -> str:
        """A field as it was said; empty when it was not."""
        return str(getattr(sealed.content, field) or "")
