"""What the environment may say, and what it is told when it says something else."""

from pathlib import Path

import pytest

from shared.record.errors import SettingsError
from vangnet.settings import KNOWN, read_settings


def test_an_empty_environment_gives_a_machine_of_its_own():
    """``make run`` needs no settings: data in var/, loopback only, no mail, with the demo."""
    found = read_settings({})
    assert (found.settings.folder, found.port, found.demo) == (Path("var"), 8080, True)
    assert found.running.host == "127.0.0.1"
    assert found.settings.url == "http://127.0.0.1:8080"
    assert found.settings.mail.host is None


def test_every_kind_of_value_is_read():
    """Text, numbers, yes and no, and the mail server."""
    environ = {
        "VAR": "elders",
        "PORT": "9000",
        "DEMO": "0",
        "VANGNET_HOST": "::1",
        "VANGNET_OIN": "00000001234567890000",
        "VANGNET_MAIL_HOST": "mail.example",
        "VANGNET_MAIL_PORT": "587",
        "VANGNET_MAIL_STARTTLS": "true",
        "PATH": "/bin",
    }
    found = read_settings(environ)
    assert (found.settings.folder, found.port, found.demo) == (Path("elders"), 9000, False)
    assert found.settings.url == "http://[::1]:9000"
    assert found.settings.oin == "00000001234567890000"
    mail = found.settings.mail
    assert (mail.host, mail.port, mail.starttls) == ("mail.example", 587, True)


def test_an_unknown_key_is_refused_with_the_known_ones():
    """A misspelled setting would otherwise be a setting that does nothing."""
    with pytest.raises(SettingsError) as refused:
        read_settings({"VANGNET_PRODUCTIE": "1"})
    assert "VANGNET_PRODUCTIE" in str(refused.value)
    assert all(name in str(refused.value) for name in KNOWN)


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("PORT", "web", "heel getal"),
        ("PORT", "70000", "65535"),
        ("DEMO", "misschien", "1 voor ja"),
        ("VANGNET_PRODUCTION", "soms", "1 voor ja"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_remedy(name: str, value: str, remedy: str):
    """The sentence names the setting, what it was, and what to write."""
    with pytest.raises(SettingsError, match=remedy) as refused:
        read_settings({name: value})
    assert name in str(refused.value) and value in str(refused.value)


@pytest.mark.parametrize("name", ["VANGNET_SIMULATED", "VANGNET_FOLDER", "VANGNET_MAIL"])
def test_what_is_not_for_outside_is_unknown(name: str):
    """A register is a simulated one by its clock, not because somebody says so."""
    assert name not in KNOWN
    with pytest.raises(SettingsError):
        read_settings({name: "1"})


def test_production_has_no_demo():
    """Invented families do not belong among real ones."""
    assert not read_settings({"VANGNET_PRODUCTION": "1", "DEMO": "1"}).demo


def test_a_clock_of_its_own_makes_a_register_a_simulated_one_and_not_in_production():
    """Everything that was recorded by it is marked for good; among real families it is refused."""
    assert not read_settings({}).settings.simulated
    found = read_settings({"VANGNET_CLOCK": "klok"})
    assert (found.settings.simulated, found.running.clock) == (True, Path("klok"))
    with pytest.raises(SettingsError, match="Haal VANGNET_CLOCK weg"):
        read_settings({"VANGNET_CLOCK": "klok", "VANGNET_PRODUCTION": "1"})
