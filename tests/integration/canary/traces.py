"""Everything that a town leaves behind or sends out, as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shared.access.role import Role
from shared.eventbase.event import Recorded, shape
from shared.feed.cloudevents import to_cloudevent
from shared.feed.message import Message
from shared.record.record import Record
from shared.service.service import Service
from tests.integration.canary.stage import Stage

_ALL = 100_000


def files(folder: Path, when: str) -> dict[str, bytes]:
    """Every file there is: databases with their logs, keys, the log."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {f"{path.relative_to(folder)} ({when})": path.read_bytes() for path in found}


def sent(stage: Stage) -> dict[str, bytes]:
    """The mail, the internal messages and the public feed."""
    traces = {}
    for number, mail in enumerate(stage.post.received):
        # Whom it goes to is what a mail must say.
        del mail["To"]
        traces[f"mail {number}"] = bytes(mail)
    for service in stage.town.services:
        traces[f"messages of {service.name}"] = b"\n".join(_messages(service))
        traces[f"feed of {service.name}"] = b"\n".join(_pages(stage, service))
    return traces


def _messages(service: Service) -> Iterator[bytes]:
    for delivery in service.source.read(0, _ALL).deliveries:
        assert isinstance(delivery, Message), delivery
        yield to_cloudevent(delivery)


def _pages(stage: Stage, service: Service) -> Iterator[bytes]:
    url, token = f"{service.base_path}/gebeurtenissen", stage.token(Role.SYSTEM)
    after = ""
    for _ in range(_ALL):
        answer = stage.ask("GET", url + after, token)
        yield answer.raw
        if not answer.body["gebeurtenissen"]:
            return
        after = f"?na={answer.body['volgende']}"


def stored_texts(stage: Stage) -> str:
    """All content of all records, opened: what can be read back."""
    records = [service.acting.record for service in stage.town.services]
    return "\n".join(text for record in records for text in _contents(record))


def _contents(record: Record) -> Iterator[str]:
    for recorded in record.after(0, _ALL):
        for name in shape(type(recorded.event)).sealed:
            yield repr(_opened(record, recorded, name))


def _opened(record: Record, recorded: Recorded[Any], name: str) -> object:
    content: object = record.sealer.open(getattr(recorded.event, name))
    return content


def shortened(traces: Mapping[str, set[str]]) -> str:
    """A few of the finds, for the message of a failing test."""
    return "\n".join(f"{word}: {sorted(where)}" for word, where in list(traces.items())[:10])
