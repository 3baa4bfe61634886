"""Everything that was answered to everybody in a case, as lines that can be laid side by side."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from vangnet.journey.client import Answer, Client

# What the connection says and not the service: when it was sent and how long it stays open.
_OF_THE_WIRE = {"date", "connection", "keep-alive", "transfer-encoding", "content-length"}
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_PART_OF_SECOND = re.compile(r"(?<=T\d\d:\d\d:\d\d)\.\d+")
_OPAQUE = re.compile(r'(?<="revisie":")[^"]+|(?<="ontvangstbewijs":")[^"]+|(?<="W/\\")\w+')
# Sets, which a view tells in the order of their ids.
_SET = re.compile(r'(?<="verborgenVoor":\[)[^\]]+|(?<="nietDelenMet":\[)[^\]]+')
_BEFORE, _SHOWN = 100, 300


class Transcript:
    """Passes requests on, and keeps each with its answer."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.lines: list[str] = []

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to one request."""
        answer = self._client.request(method, path, token, body, headers)
        said = {n: v for n, v in sorted(answer.headers.items()) if n not in _OF_THE_WIRE}
        asked = f"{subject(token)} {method} {path}"
        text = answer.raw.decode()
        self.lines.append(f"{asked}\n  {answer.status} {json.dumps(said)}\n  {text}")
        return answer

    def comparable(self) -> list[str]:
        """The lines without what differs each time that a case is played.

        Ids are drawn at random, and what is opaque is keyed with a secret: both become numbers
        in the order in which they appear, so that who is who can still be compared. What is told
        in the order of ids is told in that of their numbers. A simulated clock moves on by 1 µs
        at each reading, and processes read it more often than one does.
        """
        ids, opaque = Numbered("id"), Numbered("opaque")
        numbered = (
            _ID.sub(ids, _OPAQUE.sub(opaque, _PART_OF_SECOND.sub("", line))) for line in self.lines
        )
        return [_SET.sub(_in_order, line) for line in numbered]


def _in_order(found: re.Match[str]) -> str:
    return ",".join(sorted(found[0].split(",")))


class Numbered:
    """Gives each text a number, the same each time."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._seen: dict[str, int] = {}

    def __call__(self, found: re.Match[str]) -> str:
        """What stands in the text's place."""
        return f"<{self._kind} {self._seen.setdefault(found[0], len(self._seen))}>"


def first_difference(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Where two transcripts part, as much of it as somebody can read; None when they do not."""
    for one, other in zip_longest(ours, theirs, fillvalue=""):
        if one != other:
            parted = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
            at = max(0, next(parted, min(len(one), len(other))) - _BEFORE)
            shown = [each[at : at + _SHOWN] for each in (one, other)]
            return f"{(one or other).splitlines()[0]}: {shown[0]!r} is niet {shown[1]!r}"
    return None


def subject(token: str) -> str:
    """Whom a token names."""
    claims = token.split(".")[1]
    padded = claims + "=" * (-len(claims) % 4)
    return str(json.loads(base64.urlsafe_b64decode(padded))["sub"])
