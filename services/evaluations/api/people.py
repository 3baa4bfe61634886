"""People of a dossier, wherever an act on the wire names several."""

from __future__ import annotations

from typing import Any

from shared.web.fields import Id, Listed


def people(data_key: str, **kwargs: Any) -> Listed:
    """A list of persons of the dossier."""
    return Listed(Id(), data_key=data_key, **kwargs)
