"""``vangnet topics``."""

from __future__ import annotations

import click

from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.transport.brokers import ensure_topics


@click.command("topics")
def command() -> None:
    """Maak de topics in Kafka, of controleer ze als ze er al zijn."""
    for topic in ensure_topics(deployment().running, SERVICES):
        click.echo(f"{topic.name}: {topic.partitions} partities")
