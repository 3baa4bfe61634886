"""The public keys of the issuer of tokens, from a file or from its address (JWKS, RFC 7517)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from joserfc.errors import JoseError
from joserfc.jwk import GuestProtocol, KeySet

from shared.feed.backoff import Backoff
from shared.feed.http import Http, Unreachable, site_of
from shared.record.errors import SettingsError

_FIRST_TRIES = 8
_SECONDS_BETWEEN = 60.0
_SECONDS_TRUSTED = 3600.0
_ACCEPT = {"Accept": "application/jwk-set+json, application/json"}


def read_keys(content: bytes, where: str) -> KeySet:
    """The keys in a JWKS. Raises SettingsError when it is none."""
    try:
        return KeySet.import_key_set(msgspec.json.decode(content))
    except (ValueError, TypeError, KeyError, JoseError):
        raise SettingsError(
            f"VANGNET_KEYS: {where} is geen leesbare sleutelverzameling (JWKS). Controleer het pad "
            "of het adres, en de inhoud."
        ) from None


def keys_in(path: Path) -> KeySet:
    """The keys in a file. Raises SettingsError."""
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    return read_keys(content, str(path))


class IssuerKeys:
    """Keys that are fetched at the start, and again when a token names one that is not there.

    That is at most once a minute, whatever strangers put in their tokens, and at least once an
    hour when tokens come in, so that a withdrawn key is not trusted for ever. While the issuer
    does not answer, the keys that are known stay. ``now`` is a clock that never goes back.
    """

    def __init__(
        self,
        url: str,
        http: Http,
        backoff: Backoff,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._url = url
        self._http = http
        self._now = now
        self._fetching = threading.Lock()
        self._keys = self._first(backoff, sleep)
        self._tried = now()

    def __call__(self, token: GuestProtocol) -> KeySet:
        """The keys to check ``token`` with."""
        known = {key.kid for key in self._keys.keys}
        age = self._now() - self._tried
        if age >= (_SECONDS_TRUSTED if token.headers().get("kid") in known else _SECONDS_BETWEEN):
            self._refresh()
        return self._keys

    def _first(self, backoff: Backoff, sleep: Callable[[float], None]) -> KeySet:
        for failures in range(1, _FIRST_TRIES):
            try:
                return self._fetch()
            except (Unreachable, SettingsError):
                sleep(backoff.after(failures))
        try:
            return self._fetch()
        except Unreachable as silent:
            raise SettingsError(f"VANGNET_KEYS: {silent}") from None

    def _refresh(self) -> None:
        # Whoever comes while another fetches goes on with what there is.
        if not self._fetching.acquire(blocking=False):
            return
        try:
            self._keys = self._fetch()
        except (Unreachable, SettingsError):
            pass
        finally:
            self._tried = self._now()
            self._fetching.release()

    def _fetch(self) -> KeySet:
        fetched = self._http.get(self._url, _ACCEPT)
        if fetched.status != 200:
            raise Unreachable(f"{site_of(self._url)} geeft een fout ({fetched.status}).")
        return read_keys(fetched.body, site_of(self._url))
