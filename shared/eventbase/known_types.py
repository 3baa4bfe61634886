"""Types that msgspec has looked at before threads use them."""

from __future__ import annotations

from typing import Any

import msgspec


def known(*types: Any) -> None:
    """Lets msgspec look at these types now, and at all that they hold.

    In msgspec 0.22.0 a Struct that two threads decode or convert to for the first time at the same
    moment ends the process with a segmentation fault. A decoder that is made while a module or a
    service is put together, before anybody is served, does the same as this.
    """
    for each in types:
        msgspec.json.Decoder(each)
