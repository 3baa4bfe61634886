"""Whether acts are whole, open with the keys that are there, and do not when they were erased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from shared.eventbase.event import Recorded
from shared.eventbase.sealed import Erased, Sealed
from shared.record.record import Record
from tests.contract.record.family import Joined
from tests.faults.power.expected import Expected


def halves(events: Sequence[Recorded[Any]], expected: Expected) -> Iterator[str]:
    """Acts of which not all events are there, and those that nobody began."""
    there = Counter(each.stamp.act_id for each in events)
    for act, count in there.items():
        if expected.begun.get(act) != count:
            yield f"{count} events of act {act}, which had {expected.begun.get(act)}"


def contents(record: Record, events: Sequence[Recorded[Any]], expected: Expected) -> Iterator[str]:
    """Everything sealed that does not open to what was in it, or opens though it was erased."""
    for each in events:
        for name in each.event.__struct_fields__:
            value = getattr(each.event, name)
            if isinstance(value, Sealed):
                yield from _content(record, each, name, value, expected)


def _content(
    record: Record, each: Recorded[Any], name: str, value: Sealed[Any], expected: Expected
) -> Iterator[str]:
    found = record.sealer.open(value)
    about = each.stamp.plan_id, each.event.person if isinstance(each.event, Joined) else None
    if isinstance(found, Erased):
        if name != "name" or about not in expected.erasing:
            yield f"{name} of {each.stamp.seq} does not open"
    elif name == "name" and about in expected.erased:
        yield f"{name} of {each.stamp.seq} opens, though it was erased"
    elif not msgspec.structs.astuple(found)[0].startswith(each.stamp.event_id.hex):
        yield f"{name} of {each.stamp.seq} holds something else"


def remains(files: Mapping[str, bytes], expected: Expected) -> Iterator[str]:
    """Keys that were destroyed, in files that are there."""
    for path, content in files.items():
        for (plan, person), wrapped in expected.erased.items():
            if wrapped in content:
                yield f"{path}: the key of {person} in {plan}"
        for old in expected.old_epochs:
            if any(key.encode() in content for key in msgspec.json.decode(old)["keys"].values()):
                yield f"{path}: an epoch key that was replaced"
