"""``vangnet-witness``: runs a witness."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from vangnet_verify.note import ED25519, VerifierKey, parse_key
from vangnet_verify.rejected import Rejected
from vangnet_witness.cosigning import Witness
from vangnet_witness.memory import Memory
from vangnet_witness.server import WitnessServer

_KEY_FILE, _SEEN_FILE = "witness.key", "seen.db"
_SECRET_BYTES = 32


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until it is stopped (Ctrl-C); 2 when it cannot begin."""
    parser = argparse.ArgumentParser("vangnet-witness", description="Een getuige voor registers.")
    parser.add_argument("name", help="hoe deze getuige heet, bijvoorbeeld getuige.gemeente.example")
    parser.add_argument("--logs", type=Path, required=True, help="de sleutels van de registers")
    parser.add_argument("--folder", type=Path, default=Path("witness"), help="wat hij onthoudt")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8099)
    asked = parser.parse_args(arguments)
    try:
        logs = _logs(asked.logs.read_text("utf-8"))
        _make(asked.folder)
        secret = _secret(asked.folder / _KEY_FILE)
        memory = Memory(asked.folder / _SEEN_FILE)
        witness = Witness(asked.name, secret, logs, memory, time.time)
        server = WitnessServer((asked.host, asked.port), witness)
    except (OSError, Rejected) as error:
        print(f"De getuige kan niet beginnen: {error}", file=sys.stderr)
        return 2
    print(f"sleutel {witness.key}")
    print(f"ready http://{asked.host}:{server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0


def _logs(written: str) -> dict[str, VerifierKey]:
    keys = [parse_key(line) for line in written.splitlines() if line.strip()]
    return {key.name: key for key in keys if key.kind == ED25519}


def _make(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # What is in a folder is gone with its name, and a power cut may take that.
    with suppress(PermissionError):
        descriptor = os.open(folder.parent, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def _secret(path: Path) -> bytes:
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(_SECRET_BYTES))
            os.fsync(file.fileno())
    return path.read_bytes()
