"""A route that is matched: the way back, from its name to an address, is made when first asked for.

Werkzeug makes that way twice for every route, and most of a start went into it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule


class Route(Rule):
    """A rule of Werkzeug that matches, builds and raises as any other."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        whole = super()._compile_builder

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            return whole(append_unknown)(rule, **values)

        return build
