"""The witnesses that are asked to cosign: a file with an address and a key on each line."""

from __future__ import annotations

from pathlib import Path

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from shared.proof.witnesses import AskedWitness, Post, Reply
from shared.record.errors import SettingsError
from vangnet_verify.note import COSIGNATURE, VerifierKey, parse_key
from vangnet_verify.rejected import Rejected

_PATH = "/add-checkpoint"
_CONNECT_SECONDS, _READ_SECONDS = 3.0, 10.0
_MOST_BYTES = 4096


def witnesses_in(path: Path | None) -> list[AskedWitness]:
    """Those that the file names, for one log. Raises SettingsError for a line that is none."""
    if path is None:
        return []
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        raise SettingsError(f"VANGNET_WITNESSES: {path} is niet te lezen.") from None
    pool = PoolManager(retries=False, timeout=Timeout(_CONNECT_SECONDS, _READ_SECONDS))
    return [_witness(line, pool) for line in lines if line.strip()]


def _witness(line: str, pool: PoolManager) -> AskedWitness:
    address, _, written = line.strip().partition(" ")
    return AskedWitness(_key(written, line), _post(pool, address.rstrip("/") + _PATH))


def _key(written: str, line: str) -> VerifierKey:
    try:
        key = parse_key(written)
    except Rejected as rejected:
        raise SettingsError(f"VANGNET_WITNESSES: {line.strip()!r}: {rejected}.") from None
    if key.kind != COSIGNATURE:
        raise SettingsError(f"VANGNET_WITNESSES: {key.name} is geen sleutel van een getuige.")
    return key


def _post(pool: PoolManager, url: str) -> Post:
    def post(body: bytes) -> Reply:
        try:
            answer = pool.request("POST", url, body=body, redirect=False, preload_content=False)
            try:
                return Reply(answer.status, answer.read(_MOST_BYTES))
            finally:
                answer.release_conn()
        except HTTPError as error:
            # It names the address and nothing of what was sent.
            raise ConnectionError(f"{url}: {type(error).__name__}") from None

    return post
