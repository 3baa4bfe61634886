"""What PostgreSQL says of a mistake holds the values of rows: nobody is told it."""

from __future__ import annotations

import time
from uuid import uuid4

import psycopg
import pytest

from shared.service.settings import Settings
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import NOTIFICATIONS, PLANS, Seeded

pytestmark = pytest.mark.real_postgres
ROW = "Dorpsstraat"
SECONDS = 20.0
OPENING = {"gronden": ["huiselijk-geweld-volwassenen"]}
# As a broken constraint does: the row stands in the detail.
_MISTAKE = """
CREATE FUNCTION {0}.mistake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
RAISE EXCEPTION 'value {2}' USING ERRCODE = '{3}', DETAIL = 'Failing row contains ({2}).';
END $$;
CREATE TRIGGER mistake BEFORE INSERT ON {0}.{1} FOR EACH ROW EXECUTE FUNCTION {0}.mistake();
"""
# A unique key, and data of a wrong kind.
CODES = ["23505", "22P02"]


def mistake(settings: Settings, schema: str, table: str, code: str) -> None:
    """From now on every insert there fails, with a row in what is said of it."""
    with psycopg.connect(str(settings.database), autocommit=True) as connection:
        connection.execute(_MISTAKE.format(schema, table, ROW, code))


@pytest.mark.parametrize("code", CODES)
def test_a_row_is_told_to_nobody_who_asks_nor_to_the_log(
    settings_on: MakeSettings, capfd: pytest.CaptureFixture[str], code: str
) -> None:
    """Design 4, integrity threat 18: of a record, an access log and an inbox that fail."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    mistake(settings, "plans", "leaf", code)
    mistake(settings, "notifications", "access_log", code)
    at.ask("POST", f"{PLANS}/dossiers", OPENING)
    at.ask("GET", f"{NOTIFICATIONS}/dossiers/{uuid4()}/berichten")
    assert [status for status, *_ in at.answers] == [500, 503]
    at.town.close()
    said = capfd.readouterr()
    told = [*(body for *_, body in at.answers), at.log.getvalue(), (said.out + said.err).encode()]
    assert b"toegangslog_onbereikbaar" in at.log.getvalue()
    assert not any(ROW.encode() in each for each in told)


def test_a_follower_that_fails_logs_no_row(
    settings_on: MakeSettings, capfd: pytest.CaptureFixture[str]
) -> None:
    """It says which follower, and what kind of error; threads say nothing of their own."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    mistake(settings, "evaluations", "followed", "23514")
    at.ask("POST", f"{PLANS}/dossiers", OPENING)
    at.town.start()
    until = time.monotonic() + SECONDS
    while b"volgen" not in at.log.getvalue() and time.monotonic() < until:
        time.sleep(0.02)
    at.town.close()
    said = capfd.readouterr()
    assert b"volgen" in at.log.getvalue()
    assert ROW not in said.out + said.err + at.log.getvalue().decode()
