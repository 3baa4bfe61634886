"""Who signs: the development issuer here, nobody of ours in production."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from shared.access.development import KEY_FILE
from shared.access.role import Role
from shared.access.token import Verifier
from shared.record.errors import SettingsError
from vangnet.identity import identity_of
from vangnet.settings import read_settings

HOUR = timedelta(hours=1)


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment it is."""
        return self.now


def test_a_service_token_is_valid_at_every_moment(tmp_path: Path):
    """It is kept while it lasts and made anew in time, whichever way the clock goes."""
    clock = Clock()
    deployment = read_settings({"VAR": str(tmp_path)})
    identity = identity_of(deployment, clock)
    settings = deployment.settings
    verify = Verifier(identity.keys, settings.issuer, settings.audience, clock)
    first = identity.service_token()
    assert identity.service_token() == first
    for moved in (HOUR, HOUR * 24 * 365, -HOUR * 24 * 700):
        clock.now += moved
        assert verify(identity.service_token()).role == Role.SERVICE
    assert identity.service_token() != first


def test_a_key_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path):
    """Whoever has it can be anybody."""
    deployment = read_settings({"VAR": str(tmp_path)})
    identity_of(deployment, Clock())
    (tmp_path / KEY_FILE).chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        identity_of(deployment, Clock())


def production(folder: Path, **more: str) -> dict[str, str]:
    """An environment of production."""
    return {"VAR": str(folder), "VANGNET_PRODUCTION": "1", **more}


def test_production_needs_the_issuers_keys_and_a_service_token(tmp_path: Path):
    """Both are named, and no key of our own is made."""
    with pytest.raises(SettingsError, match=r"VANGNET_KEYS.*VANGNET_SERVICE_TOKEN"):
        identity_of(read_settings(production(tmp_path)), Clock())
    assert list(tmp_path.iterdir()) == []


def test_production_takes_the_configured_keys_and_gives_no_tokens(tmp_path: Path):
    """Tokens come from the issuer; the command line shows the one it was given."""
    keys = tmp_path / "jwks.json"
    known = identity_of(read_settings({"VAR": str(tmp_path / "dev")}), Clock()).keys
    keys.write_bytes(msgspec.json.encode(known.as_dict()))
    given = {"VANGNET_KEYS": str(keys), "VANGNET_SERVICE_TOKEN": "dienst-token"}
    identity = identity_of(read_settings(production(tmp_path, **given)), Clock())
    assert identity.keys.as_dict() == known.as_dict()
    assert identity.service_token() == "dienst-token"
    with pytest.raises(SettingsError, match="VANGNET_TOKEN"):
        identity.token(Role.WORKER, None, None, HOUR)
    with_token = read_settings(production(tmp_path, **given, VANGNET_TOKEN="mijn-token"))
    assert identity_of(with_token, Clock()).token(Role.WORKER, None, None, HOUR) == "mijn-token"


@pytest.mark.parametrize("content", [None, b"", b"geen json", b"{}", b'{"keys": [{"kty": "x"}]}'])
def test_unreadable_keys_are_refused(tmp_path: Path, content: bytes | None):
    """Rather than every token afterwards."""
    keys = tmp_path / "jwks.json"
    if content is not None:
        keys.write_bytes(content)
    given = {"VANGNET_KEYS": str(keys), "VANGNET_SERVICE_TOKEN": "x"}
    with pytest.raises(SettingsError, match="VANGNET_KEYS"):
        identity_of(read_settings(production(tmp_path, **given)), Clock())
