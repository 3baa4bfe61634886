"""Which tests are called like what was changed."""

from __future__ import annotations

import re

# In every path, or in nearly every name.
_EVERYWHERE = set("serv doma test unit plan eval noti even stat self item".split())


def stems(name: str) -> set[str]:
    """What the words of a name begin with: "MoveMeasureEnd" is akin to "measures.py::_moved"."""
    words = re.findall(r"[A-Z]?[a-z]{3,}", name)
    return {word[:4].lower() for word in words} - _EVERYWHERE
