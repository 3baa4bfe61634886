"""``python -m deploy.broker FOLDER``: brokers on this machine until they are interrupted."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from deploy.broker.jars import NoBroker
from deploy.broker.local_kafka import LocalKafka
from deploy.broker.ready import NotReady


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--nodes", type=click.Choice(["1", "3"]), default="1", help="How many brokers.")
@click.option("--port", default=9092, help="Of the first; the others listen on the next ones.")
def main(folder: Path, nodes: str, port: int) -> None:
    """Runs Kafka with its records in FOLDER."""
    interrupted = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: interrupted.set())
    try:
        kafka = LocalKafka(folder, int(nodes), range(port, port + int(nodes)))
    except NoBroker as error:
        raise click.ClickException(str(error)) from None
    try:
        kafka.start()
        click.echo(f"VANGNET_KAFKA={kafka.bootstrap}")
        interrupted.wait()
    except NotReady as error:
        raise click.ClickException(f"{error}\n{kafka.nodes[0].log}") from None
    finally:
        kafka.stop()


if __name__ == "__main__":
    main()
