"""A dossier holds each log once: else one receipt could be counted for another."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from shared.proof.dossier import zipped
from shared.proof.receipts import Receipts
from shared.proof.signing import SigningKey
from tests.contract.proof.office import NAME, Office
from tests.contract.record.family import act, agreed
from vangnet_verify.cli import main
from vangnet_verify.dossier import MAKER, read_dossier

ELSEWHERE = SigningKey("test.vangnet.example/evaluations/0" + MAKER, b"e" * 32)


def test_one_log_twice_makes_up_for_no_other(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two receipts, of two logs: a dossier with the one log twice does not hold both acts."""
    plan = uuid4()
    (outcome,) = office.record.append([act(agreed(plan, 1))])
    office.sign()
    receipts = [
        Receipts(SigningKey(NAME + MAKER, bytes(32))).of(outcome.leaf_hashes),
        Receipts(ELSEWHERE).of([b"l" * 32]),
    ]
    (files,) = read_dossier(office.dossier(plan)).values()
    (tmp_path / "dossier.zip").write_bytes(zipped({"plans": files, "evaluations": files}))
    keys = [*office.trusted, ELSEWHERE.public]
    (tmp_path / "keys").write_text("".join(f"{key}\n" for key in keys))
    asked = [str(tmp_path / "dossier.zip"), "--keys", str(tmp_path / "keys")]
    for number, receipt in enumerate(receipts):
        (tmp_path / f"receipt {number}").write_text(receipt)
        asked += ["--ontvangst", str(tmp_path / f"receipt {number}")]
    assert main(asked) == 1
    assert "staat twee keer in het dossier" in capsys.readouterr().out
