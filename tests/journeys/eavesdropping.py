"""A client that remembers what everybody was told, to look through it afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tests.journeys.transcript import subject
from vangnet.journey.client import Answer, Client


class Eavesdropper:
    """Passes requests on; ``heard`` holds per actor the paths asked and the bytes answered."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.heard: defaultdict[str, list[tuple[str, bytes]]] = defaultdict(list)

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to one request, remembered under the actor that the token names."""
        answer = self._client.request(method, path, token, body, headers)
        self.heard[subject(token)].append((path, answer.raw))
        return answer
