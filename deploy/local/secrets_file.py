"""The passwords that nobody chose: made up here, and kept for the next start."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

_BYTES = 24


class Invented:
    """Gives each name a secret of its own, the same one as the last time. Only we can read them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def __call__(self, name: str) -> str:
        """The secret of that name, in letters and digits."""
        if name not in self._known:
            self._known[name] = secrets.token_hex(_BYTES)
            self._keep()
        return self._known[name]

    def _keep(self) -> None:
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(self._known, file)
