"""The proof from the outside: receipts, a dossier that a stranger checks, and the audit."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from shared.access.role import Role
from tests.integration.vangnet.conftest import Family, Run
from tests.integration.vangnet.family import AGREEMENT, PLANS, Desk, desk
from vangnet.assembly import SERVICES
from vangnet_verify.cli import main as verify
from vangnet_verify.dossier import MAKER, read_dossier
from vangnet_verify.note import parse_key
from vangnet_witness.cosigning import Witness
from vangnet_witness.memory import Memory
from vangnet_witness.server import WitnessServer


def sign(at: Desk) -> None:
    """What the signer does every half minute, here and now."""
    at.town.sign_all()


def act(at: Desk, family: Family, key: str | None = None) -> Any:
    """One more agreement; the whole answer."""
    headers = at.headers() | ({"Idempotency-Key": key} if key else {})
    body = {**AGREEMENT, "wie": [str(family.stefan)]}
    path = f"{PLANS}/dossiers/{family.plan_id}/afspraken"
    answer = at.client.post(path, json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json


def download(at: Desk, family: Family, folder: Path, base: str = PLANS) -> Path:
    """The dossier, saved as an inspector would."""
    path = f"{base}/dossiers/{family.plan_id}/bewijsdossier"
    answer = at.client.get(path, headers=at.headers(Role.INSPECTOR))
    assert (answer.status_code, answer.content_type) == (200, "application/zip"), answer.text
    saved = folder / "dossier.zip"
    saved.write_bytes(answer.data)
    return saved


@pytest.fixture
def keys(family: Family, run: Run, tmp_path: Path) -> Path:
    """The public keys, as they were published beforehand."""
    with desk(family.folder) as at:
        at.get(f"{PLANS}/dossiers/{family.plan_id}/veiligheidsplan")
        sign(at)
    shown = run("keys").output
    assert len([parse_key(line) for line in shown.splitlines()]) == 3 * len(SERVICES)
    saved = tmp_path / "keys.txt"
    saved.write_text(shown)
    return saved


def test_keys_are_shown_only_of_who_signs_here(
    family: Family, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a signer with its own folder, a service shows its own key and makes up no more."""
    monkeypatch.setenv("VANGNET_DATABASE", "postgresql://")
    shown = [parse_key(line) for line in run("keys").output.splitlines()]
    assert [key.name.endswith(MAKER) for key in shown] == [True] * len(SERVICES)
    assert not (family.folder / "signer").exists()


@pytest.mark.parametrize("database", ["", "postgresql://"])
def test_in_a_wrong_folder_there_are_no_keys_and_none_are_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    """Whoever has VAR wrong would publish keys that sign nothing."""
    monkeypatch.setenv("VANGNET_DATABASE", database)
    done = run("keys")
    assert (done.exit_code, "staan geen sleutels" in done.stderr) == (1, True)
    assert not (tmp_path / "leeg").exists()


def test_a_stranger_checks_a_dossier_and_a_receipt_without_us(
    family: Family, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 5: offline, with the published keys; what was acknowledged is in it."""
    with desk(family.folder) as at:
        receipt = tmp_path / "receipt"
        receipt.write_text(act(at, family)["ontvangstbewijs"])
        sign(at)
        saved = download(at, family, tmp_path)
    asked = [str(saved), "--keys", str(keys), "--ontvangst", str(receipt)]
    assert verify(asked) == 0
    told = capsys.readouterr().out
    assert "er ontbreekt er geen" in told
    assert "Van 1 ontvangstbewijzen staat de handeling erin." in told
    saved.write_bytes(saved.read_bytes()[:-100])
    assert verify(asked) == 1
    assert "KLOPT NIET" in capsys.readouterr().out


def test_a_receipt_of_what_is_not_in_the_dossier_is_noticed(
    family: Family, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Integrity 2.5: between an act and the next checkpoint the receipt is the only proof."""
    with desk(family.folder) as at:
        sign(at)
        saved = download(at, family, tmp_path)
        receipt = tmp_path / "receipt"
        receipt.write_text(act(at, family)["ontvangstbewijs"])
    assert verify([str(saved), "--keys", str(keys), "--ontvangst", str(receipt)]) == 1
    assert "staat er niet meer in" in capsys.readouterr().out


def test_the_answer_to_a_repeated_request_has_the_same_receipt(family: Family) -> None:
    """Whoever lost the first answer gets the same proof."""
    with desk(family.folder) as at:
        first, again = (act(at, family, key="k" * 20) for _ in range(2))
    assert first["ontvangstbewijs"] == again["ontvangstbewijs"]


@pytest.mark.parametrize("role", [Role.WORKER, Role.COLLEAGUE, Role.PERSON, Role.SYSTEM])
def test_a_dossier_is_for_who_supervises(family: Family, role: Role) -> None:
    """Integrity 2.7: a party never gets the chain; a worker needs no proof of their own work."""
    person = family.stefan if role is Role.PERSON else None
    with desk(family.folder) as at:
        path = f"{PLANS}/dossiers/{family.plan_id}/bewijsdossier"
        answer = at.client.get(path, headers=at.headers(role, person))
    assert answer.status_code in (403, 404)


def test_before_the_signer_came_by_the_answer_says_when_to_ask_again(family: Family) -> None:
    """503 with Retry-After, not a dossier without a signature."""
    with desk(family.folder) as at:
        path = f"{PLANS}/dossiers/{family.plan_id}/bewijsdossier"
        answer = at.client.get(path, headers=at.headers(Role.INSPECTOR))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")


def test_an_audit_of_an_untouched_store_finds_nothing(family: Family, keys: Path, run: Run) -> None:
    """It says what it looked at, and needs no secret."""
    done = run("audit", "--keys", str(keys))
    assert (done.exit_code, "Er is niets gevonden." in done.output) == (0, True)


def test_an_audit_names_what_was_changed_and_where(family: Family, keys: Path, run: Run) -> None:
    """Exit code 1, the service, the stream and the position."""
    with sqlite3.connect(family.folder / "plans" / "events.db") as database:
        database.execute("DROP TRIGGER stored_events_no_update")
        database.execute(
            "UPDATE stored_events SET topic = 'plan.x' WHERE originator_version = 2 AND "
            "originator_id = (SELECT originator_id FROM leaf WHERE seq = 2)"
        )
    done = run("audit")
    assert done.exit_code == 1
    assert "plans: volgnummer 2, stroom " in done.output
    assert "gebeurtenis 2: het blad is gewijzigd" in done.output


@pytest.mark.parametrize(
    ("gone", "found"),
    [("seq = 1", "het toegangslog is vanaf hier gewijzigd"), ("true", "het register is korter")],
)
def test_an_audit_of_the_access_log_finds_what_is_gone(
    family: Family, keys: Path, run: Run, gone: str, found: str
) -> None:
    """Who looked is part of the proof; what was cut off at the end, because it was signed."""
    with sqlite3.connect(family.folder / "plans" / "access.db") as database:
        database.execute("DROP TRIGGER access_log_no_delete")
        database.execute(f"DELETE FROM access_log WHERE {gone}")
    done = run("audit", "plans")
    assert (done.exit_code, found in done.output) == (1, True)


def test_a_witness_over_http_cosigns_what_the_town_signs(
    family: Family,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Run,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """tlog-witness: the signer asks who is named in a file, and a dossier says that they saw it."""
    shown = run("keys").output.splitlines()
    logs = {key.name: key for key in map(parse_key, shown)}
    witness = Witness("getuige.example", b"w" * 32, logs, Memory(tmp_path / "seen.db"), time.time)
    with running_witness(witness) as address:
        named = tmp_path / "witnesses.txt"
        named.write_text(f"{address} {witness.key}\n")
        monkeypatch.setenv("VANGNET_WITNESSES", str(named))
        with desk(family.folder, VANGNET_WITNESSES=str(named)) as at:
            sign(at)
            saved = download(at, family, tmp_path)
    keys = tmp_path / "all-keys.txt"
    keys.write_text("\n".join([*run("keys").output.splitlines(), str(witness.key)]))
    assert verify([str(saved), "--keys", str(keys)]) == 0
    assert "Getuige getuige.example zag het op" in capsys.readouterr().out


@contextmanager
def running_witness(witness: Witness) -> Iterator[str]:
    """Its address, while it runs in a thread."""
    with WitnessServer(("127.0.0.1", 0), witness) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_dossier_of_all_services_is_one_file_by_the_command_line(
    family: Family, keys: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 5: with the same gate and the same line in the access log as over the web."""
    saved = tmp_path / "alles.zip"
    done = run("dossier", family.plan_id, saved)
    assert done.exit_code == 0, done.stderr
    assert verify([str(saved), "--keys", str(keys)]) == 0
    assert set(read_dossier(saved.read_bytes())) >= {"plans", "notifications"}
    with desk(family.folder) as at:
        entries = at.town.by_name["plans"].access_log.after(0, 1000)
    assert any(b"bewijsdossier" in each.entry for each in entries)
    again = run("dossier", uuid4(), tmp_path / "niets.zip")
    assert (again.exit_code, "Dit plan is er niet" in again.stderr) == (1, True)
