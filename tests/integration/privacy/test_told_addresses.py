"""The password in an address of PostgreSQL is told to nobody, however that address is written."""

from __future__ import annotations

import traceback

import pytest

from shared.record.errors import SettingsError
from shared.record.postgres.address import address, described
from shared.record.postgres.database import PostgresDatabase

SECRET = "geheim"
# Port 1: nobody listens there.
ADDRESSES = [
    f"postgresql://u:{SECRET}@127.0.0.1:1/x",
    f"postgresql://u:een/{SECRET}@127.0.0.1:1/x",
    f"postgresql://u:een@{SECRET}@127.0.0.1:1/x",
    f"postgresql://u:{SECRET}%ZZ@127.0.0.1:1/x",
    f"postgresql://u:{SECRET}@[::1/x",
    f"host=127.0.0.1 port=1 pasword={SECRET}",
    f"host=127.0.0.1 port=1 password='{SECRET}",
    SECRET,
]


@pytest.mark.parametrize("written", ADDRESSES)
def test_no_message_about_an_address_holds_its_password(written: str) -> None:
    """Not the message, nor the causes that a traceback would show."""
    with pytest.raises(SettingsError) as caught:
        PostgresDatabase(written, "plans")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_password_with_signs_in_it_can_be_written() -> None:
    """As the message says."""
    written = "postgresql://u:a%40b%2Fc@machine/vangnet"
    assert described(written, "plans") == "PostgreSQL-database vangnet (schema plans)"
    assert "a@b/c" in address(written, "plans")
