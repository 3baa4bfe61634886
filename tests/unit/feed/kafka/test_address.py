"""Where brokers are and how we come there: one setting, and nothing of it is told by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.feed.kafka.address import options_of, says_how, shown
from shared.record.errors import SettingsError

WHOLE = "sasl_ssl://plans:geheim%40%2F@kafka-1:9093,kafka-2:9093"


def test_hosts_alone_are_a_plain_connection():
    """For a trial, and for a net where nobody else can be."""
    assert options_of("a:9092,[::1]:9093") == {"bootstrap_servers": ["a:9092", "[::1]:9093"]}
    assert options_of("plaintext://a:9092") == {"bootstrap_servers": ["a:9092"]}
    assert [says_how("a:9092"), says_how("plaintext://a:9092")] == [False, True]


def test_a_name_and_a_password_go_over_tls_and_never_in_the_clear():
    """SCRAM, so that the password itself is not sent either."""
    assert options_of(WHOLE) == {
        "bootstrap_servers": ["kafka-1:9093", "kafka-2:9093"],
        "security_protocol": "SASL_SSL",
        "ssl_cafile": None,
        "sasl_mechanism": "SCRAM-SHA-512",
        "sasl_plain_username": "plans",
        "sasl_plain_password": "geheim@/",
    }


def test_only_the_hosts_are_shown():
    """What is shown ends in logs and on screens."""
    assert shown(WHOLE) == "kafka-1:9093,kafka-2:9093"


@pytest.mark.parametrize(
    "address",
    [
        "geheim",
        "a:9092/geheim",
        "plaintext://wie:geheim@a:9092",
        "ssl://wie:geheim@a:9092",
        "sasl_ssl://a:9092",
        "sasl_plaintext://wie:geheim@a:9092",
        "sasl_ssl://wie:geh@eim@a@9092",
        "http://wie:geheim@a:9092",
    ],
)
def test_anything_else_is_refused_and_not_repeated(address: str):
    """There may be a password in it, wherever it was put."""
    with pytest.raises(SettingsError, match="VANGNET_KAFKA") as refused:
        options_of(address)
    assert "geh" not in str(refused.value).replace("wachtwoord", "")


def test_the_authority_of_certificates_is_a_file(tmp_path: Path):
    """One that is not there is said so at once, not at the first message."""
    file = tmp_path / "ca.pem"
    with pytest.raises(SettingsError, match="ca"):
        options_of(f"ssl://a:9093?ca={file}")
    file.touch()
    assert options_of(f"ssl://a:9093?ca={file}")["ssl_cafile"] == str(file)
