"""``python -m deploy.local``: the services of a compose file here, until they are interrupted."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import click

from deploy.broker.jars import NoBroker
from deploy.broker.local_kafka import free_ports
from deploy.broker.ready import NotReady
from deploy.local.compose import Service, read_compose
from deploy.local.identity import share_key
from deploy.local.parts import PARTS, Part, Stage
from deploy.local.places import Places
from deploy.local.postgres import NoPostgres
from deploy.local.secrets_file import Invented
from deploy.local.town import ROOT, Failed, Town

_FILES = {"feed": "compose.feed.yaml", "kafka": "compose.yaml"}
_DATA = "/data"
_LOOK_AGAIN = 0.5


@click.command()
@click.option("--feed", "shape", flag_value="feed", default=True, help="PostgreSQL, geen Kafka.")
@click.option("--kafka", "shape", flag_value="kafka", help="PostgreSQL en drie Kafka-brokers.")
@click.option("--var", "folder", type=click.Path(path_type=Path), default=ROOT / "var" / "lokaal")
def main(shape: str, folder: Path) -> None:
    """Start de diensten uit deploy/compose*.yaml op deze computer, zonder Docker."""
    folder = folder.resolve()
    (folder / "log").mkdir(parents=True, exist_ok=True)
    path = ROOT / "deploy" / _FILES[shape]
    services = read_compose(path, os.environ, Invented(folder / "secrets.json"))
    places = Places(services, folder / "volumes", lambda: free_ports(1)[0])
    town = None
    # One way to stop, whoever asks for it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        town = Town(services, places, _parts(services, places, folder), folder / "log", click.echo)
        share_key(folder / "identity", _data(services, places))
        town.start()
        _tell(services, places, folder)
        while True:
            time.sleep(_LOOK_AGAIN)
            town.mend()
    except KeyboardInterrupt:
        click.echo("Alles wordt gestopt.")
    except (Failed, NoPostgres, NoBroker, NotReady) as error:
        raise click.ClickException(str(error)) from None
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if town is not None:
            town.stop()


def _parts(services: dict[str, Service], places: Places, folder: Path) -> dict[str, Part]:
    """One part for all services of the same image."""
    found: dict[str, Part] = {}
    for image, make in PARTS.items():
        of_image = [s for s in services.values() if s.image.partition(":")[0] == image]
        if of_image:
            part = make(Stage(of_image, places, ROOT / "deploy", folder))
            found |= {service.name: part for service in of_image}
    return found


def _data(services: dict[str, Service], places: Places) -> list[Path]:
    return [places.folder(s, _DATA) for s in services.values() if _DATA in s.mounts]


def _tell(services: dict[str, Service], places: Places, folder: Path) -> None:
    data = _data(services, places)[0]
    click.echo("Hier is geen uitgever van tokens: dit is geen productie. Maak zelf een token:")
    click.echo(f"  VAR={data} vangnet token --role werker")
    click.echo(f"Logboeken: {folder / 'log'}. Stop alles met Ctrl-C.")
    for service in services.values():
        if "PORT" in service.environment:
            click.echo(f"{service.name} http://127.0.0.1:{places.port(service.name, 8080)}")
    click.echo("ready")


if __name__ == "__main__":
    main()
