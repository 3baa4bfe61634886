"""``Idempotency-Key``: the same request twice is one act. Looked up before anything is parsed."""

from __future__ import annotations

import hashlib
import hmac
import re

from shared.eventbase.doing import Actor
from shared.web.ports import IdempotencyKey, Kept, KeptAnswer, PerformResult
from shared.web.problem import InvalidParam, Problem, invalid

HEADER = "Idempotency-Key"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")


def idempotency_key(
    secret: bytes, value: str | None, actor: Actor, request: tuple[str, str, bytes]
) -> IdempotencyKey | None:
    """The key of a request (method, path, body), None without the header; 400 when it is no key."""
    if value is None:
        return None
    if not _KEY.fullmatch(value):
        reason = "Gebruik 1 tot 255 zichtbare ASCII-tekens."
        raise invalid([InvalidParam(HEADER, "invalid", reason)])
    method, path, body = request
    # One subject can be a worker and a party: what answers the one is not for the other.
    whose = f"{actor.role}/{actor.person}/{actor.subject}"
    scope = _hmac(secret, b"scope", whose.encode(), value.encode())
    return IdempotencyKey(scope, _hmac(secret, b"request", method.encode(), path.encode(), body))


def earlier(kept_answer: KeptAnswer, key: IdempotencyKey) -> PerformResult | None:
    """The answer to the same request before; 409 when the key stood for another request."""
    kept: Kept | None = kept_answer(key.scope)
    if kept is None:
        return None
    if not hmac.compare_digest(kept.fingerprint, key.fingerprint):
        detail = "Deze Idempotency-Key hoort bij een ander verzoek. Gebruik een nieuwe."
        raise Problem(409, detail, kind="sleutel-hergebruikt")
    return kept.result


def _hmac(secret: bytes, *parts: bytes) -> bytes:
    made = hmac.new(secret, digestmod=hashlib.sha256)
    for part in parts:
        # Lengths first, or two ways to cut the same bytes would have one HMAC.
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()
