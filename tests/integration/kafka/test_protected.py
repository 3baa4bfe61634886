"""A broker that lets in nobody without a name, over TLS: how production speaks to Kafka."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from kafka import KafkaAdminClient
from kafka.admin import ScramMechanism, UserScramCredentialUpsertion
from kafka.errors import KafkaError

from deploy.broker.jars import java, libs
from deploy.broker.local_kafka import free_ports
from deploy.broker.node import Node
from deploy.broker.properties import Seat, properties
from deploy.broker.ready import wait_ready
from shared.feed.kafka.consumer import TopicConsumer, make_admin
from shared.feed.kafka.publisher import KafkaPublisher, make_producer
from shared.feed.kafka.record import Record
from shared.feed.kafka.topic import Wanted
from shared.feed.kafka.topics import Topics
from tests.integration.kafka.certificates import certified
from tests.integration.kafka.line import until

pytestmark = pytest.mark.real_kafka

_TOPIC = "vangnet.beschermd.internal.v1"
_SOON_MS = 4_000


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A broker's protected door for the user ``plans``, and its authority's file."""
    folder = tmp_path_factory.mktemp("beschermd")
    authority, certificate = certified(folder)
    plain, control, safe = free_ports(3)
    seat = Seat(1, plain, control)
    node = Node(folder / "1", java(), libs(), _settings(seat, folder, safe, certificate), _CLUSTER)
    node.start()
    try:
        wait_ready(f"127.0.0.1:{plain}", 1)
        with closing(make_admin(f"127.0.0.1:{plain}")) as admin:
            _introduce(admin)
            Topics(admin).ensure(_TOPIC, Wanted(1, 1))
        yield f"127.0.0.1:{safe}", str(authority)
    finally:
        node.stop()


_CLUSTER = "AAAAAAAAAAAAAAAAAAAAAQ"


def _settings(seat: Seat, folder: Path, port: int, certificate: Path) -> str:
    text = properties(seat, [seat], folder / "1" / "data")
    door = f"SAFE://127.0.0.1:{port}"
    for name in ("listeners", "advertised.listeners"):
        text = text.replace(f"\n{name}=", f"\n{name}={door},")
    text = text.replace("CONTROLLER:PLAINTEXT", "CONTROLLER:PLAINTEXT,SAFE:SASL_SSL")
    return text + (
        "sasl.enabled.mechanisms=SCRAM-SHA-512\n"
        "listener.name.safe.scram-sha-512.sasl.jaas.config="
        "org.apache.kafka.common.security.scram.ScramLoginModule required;\n"
        f"ssl.keystore.type=PEM\nssl.keystore.location={certificate}\n"
    )


def _introduce(admin: KafkaAdminClient) -> None:
    user = UserScramCredentialUpsertion("plans", ScramMechanism.SCRAM_SHA_512, "goed/geheim")
    admin.alter_user_scram_credentials([user])
    until(lambda: "plans" in admin.describe_user_scram_credentials())


def _address(addresses: tuple[str, str], login: str, scheme: str = "sasl_ssl") -> str:
    hosts, authority = addresses
    return f"{scheme}://{login}{hosts}?ca={authority}"


def test_whoever_has_the_name_and_the_password_writes_and_reads(addresses: tuple[str, str]):
    """The producer, the consumer and the client for topics all take the same address."""
    address = _address(addresses, "plans:goed%2Fgeheim@")
    publisher = KafkaPublisher(lambda: make_producer(address), partitions=1)
    publisher.publish([Record(_TOPIC, b"sleutel", b"{}", ())])
    publisher.abandon()
    with closing(TopicConsumer(address, _TOPIC, [0])) as consumer:
        assert consumer.bounds() == [(0, 1)]


@pytest.mark.parametrize(
    ("login", "scheme"),
    [("plans:fout@", "sasl_ssl"), ("niemand:goed%2Fgeheim@", "sasl_ssl"), ("", "ssl")],
)
def test_nobody_else_gets_in(addresses: tuple[str, str], login: str, scheme: str):
    """Not with another password or name, and not without."""
    with pytest.raises(KafkaError):
        make_producer(_address(addresses, login, scheme), _SOON_MS)


def test_a_broker_that_nobody_vouches_for_is_not_spoken_to(addresses: tuple[str, str]):
    """Whoever stands in between hears no password."""
    hosts, _ = addresses
    with pytest.raises(KafkaError):
        make_producer(f"sasl_ssl://plans:goed%2Fgeheim@{hosts}", _SOON_MS)
