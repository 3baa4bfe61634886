"""A signer that is late, or that remembers more than a record that was put back, is not hidden."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from shared.access.role import Role
from shared.proof.auditing import audit_record
from shared.proof.tables.checkpoints import RECORD
from shared.record.errors import SettingsError
from shared.service.databases import origin_of
from shared.service.settings import Settings
from tests.integration.operating.deployments import back_to, copied, opens_dossiers, recovery_of
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import PLANS, Seeded
from tests.integration.postgres.test_town_on_postgres import a_family_s_days
from vangnet.assembly import SERVICES
from vangnet.backups.backup import restore
from vangnet.hosting.signers import record_key
from vangnet_verify.dossier import prove, read_dossier
from vangnet_verify.note import VerifierKey
from vangnet_verify.rejected import Rejected

ON = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]


def asked(at: Seeded, plan: str) -> tuple[int, dict[str, str], bytes]:
    """The answer to an inspector who wants a dossier, five minutes later."""
    token = f"Bearer {Role.INSPECTOR.wire}"
    at.ask("GET", f"{PLANS}/dossiers/{plan}/bewijsdossier", Authorization=token)
    status, headers, body = at.answers[-1]
    return status, dict(headers), body


def alarm(at: Seeded, log: str = RECORD) -> float | None:
    """What is measured of the signer of plans."""
    registry = at.telemetry.registry
    return registry.get_sample_value("vangnet_signer_alarm", {"service": "plans", "log": log})


def trusted(at: Seeded, settings: Settings) -> list[VerifierKey]:
    """What `vangnet keys` shows of plans now."""
    return [record_key(settings, "plans", os.urandom).public, at.town.by_name["plans"].proving.key]


def audited(at: Seeded, keys: Sequence[VerifierKey]) -> int:
    """How much an audit of plans finds."""
    plans = at.town.by_name["plans"]
    kept = plans.proving.checkpoints.after(0, 1000)
    ledger = plans.acting.record.ledger
    return len(audit_record(origin_of("plans"), ledger, kept, keys, lambda seq: None))


@pytest.mark.parametrize("kind", ON)
def test_there_is_no_dossier_while_the_record_waits_a_quarter_of_an_hour(
    settings_on: MakeSettings, kind: str
) -> None:
    """Integrity 2.8: work goes on, and an inspector gets no proof of long ago."""
    at = Seeded(settings_on(kind))
    plan = a_family_s_days(at)
    at.town.sign_all()
    assert asked(at, plan)[0] == 200
    opens_dossiers(at, 1)
    assert asked(at, plan)[0] == 200
    status, headers, body = asked(at, plan)
    assert (status, headers["Retry-After"]) == (503, "300")
    assert "loopt meer dan een kwartier achter" in body.decode()
    behind = at.town.by_name["plans"].proving.behind()[RECORD]
    assert behind.rows == 2 and behind.seconds(at.clock()) > 900
    at.town.sign_all()
    assert asked(at, plan)[0] == 200
    at.town.close()


@pytest.mark.parametrize("kind", ON)
def test_after_an_older_backup_nothing_is_signed_until_somebody_decides(
    settings_on: MakeSettings, kind: str, tmp_path: Path
) -> None:
    """Threat 3: it is logged and measured, and only a new key signs the record as it is now."""
    settings = settings_on(kind)
    at = Seeded(settings)
    plan = a_family_s_days(at)
    at.town.sign_all()
    yesterday = copied(settings, tmp_path / "gisteren", *SERVICES)
    assert alarm(at) == 0
    opens_dossiers(at, 1)
    at.town.sign_all()
    before = trusted(at, settings)

    back_to(at, settings, yesterday, *SERVICES)
    at.town.sign_all()
    assert alarm(at) == 1
    assert "Het register is korter" in at.log.getvalue().decode()
    assert prove(read_dossier(asked(at, plan)[2])["plans"], before, 0).events
    opens_dossiers(at, 4)
    at.town.sign_all()
    assert (alarm(at), asked(at, plan)[0]) == (1, 503)

    for file in (settings.folder / "signer").glob("plans-*"):
        file.rename(tmp_path / file.name)
    at.restart()
    at.town.sign_all()
    assert alarm(at) == 0
    after = trusted(at, settings)
    files = read_dossier(asked(at, plan)[2])["plans"]
    assert prove(files, after, 0).events
    with pytest.raises(Rejected, match="niet ondertekend met een bekende sleutel"):
        prove(files, before, 0)
    # What was signed before stays good, for whoever keeps the old key too.
    assert audited(at, [*before, *after]) == 0
    at.town.close()


@pytest.mark.parametrize("kind", ON)
def test_a_backup_has_the_key_of_a_service_and_nothing_of_the_signer(
    settings_on: MakeSettings, kind: str, tmp_path: Path
) -> None:
    """Receipts are signed as before; an older memory of the signer never comes back."""
    settings, elsewhere = settings_on(kind), settings_on(kind)
    at = Seeded(settings)
    at.town.sign_all()
    key = at.town.by_name["plans"].proving.key
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    at.town.close()
    assert (settings.folder / "signer" / "plans-record.key").exists()
    assert not (backup / "signer").exists()
    assert (backup / "plans" / "service.key").stat().st_mode & 0o777 == 0o600
    restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))
    again = Seeded(elsewhere, migrate=False)
    assert again.town.by_name["plans"].proving.key == key
    again.town.close()


@pytest.mark.real_postgres
def test_another_service_key_is_never_written_over(
    settings_on: MakeSettings, tmp_path: Path
) -> None:
    """Receipts that were given with it could not be checked any more."""
    settings, elsewhere = settings_on("postgres"), settings_on("postgres")
    Seeded(settings).town.close()
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    (elsewhere.folder / "plans").mkdir(parents=True)
    (elsewhere.folder / "plans" / "service.key").write_bytes(bytes(32))
    with pytest.raises(SettingsError, match=r"service\.key is een ander bestand"):
        restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))
