"""Everything that was ever stored can still be read, and reads as it did (design 4)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shared.record.errors import NewerEventError
from tests.contract.events.golden import (
    CATALOGUES,
    EVENTS,
    GOLDEN,
    WRITTEN,
    as_stored,
    class_of,
    path_of,
    read,
    told,
    written,
)

WRITTEN_LAST = {topic: f"{topic}.v{event.CLASS_VERSION}" for topic, event in EVENTS.items()}
STORED = sorted(path.name.removesuffix(".json") for path in GOLDEN.glob("*.json"))


def golden(name: str) -> dict[str, Any]:
    """What stands in a golden file."""
    found: dict[str, Any] = json.loads(path_of(name).read_text("utf-8"))
    return found


def shown(content: dict[str, Any]) -> str:
    """The text of a golden file."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", WRITTEN)
def test_every_event_class_and_version_has_a_golden_file(name: str) -> None:
    """When it has none, this prints what to store; look at it, and commit it."""
    if not path_of(name).exists():
        pytest.fail(f"store this as {path_of(name)}:\n{shown(written(class_of(name)))}")


@pytest.mark.parametrize("name", STORED)
def test_every_golden_file_still_reads_as_it_did(name: str) -> None:
    """An event that was stored once is never given up, nor read as something else."""
    stored = golden(name)
    assert told(read(class_of(name), stored)) == stored["reads_as"]


@pytest.mark.parametrize("name", STORED)
def test_no_kind_that_was_ever_stored_is_given_up_and_a_new_one_is_written_down(name: str) -> None:
    """A row may hold any of them. A new kind: add it to ``kinds`` in the golden file."""
    if name == WRITTEN_LAST.get(name.rpartition(".v")[0]):
        now = written(class_of(name))["kinds"]
        for field, values in golden(name)["kinds"].items():
            assert set(values) <= set(now.get(field, [])), f"{field} no longer reads {values}"
        assert now == golden(name)["kinds"]


def test_topics_are_the_services_own() -> None:
    """No two services write the same topic: a feed tells them apart by it."""
    assert sum(len(catalogue.events) for catalogue in CATALOGUES) == len(EVENTS)


def test_a_field_that_changed_its_name_or_meaning_is_found() -> None:
    """The check can fail: a name that is gone, a kind that is gone, another value."""
    name = "plan.agreement-made.v1"
    sound = golden(name)
    assert told(read(class_of(name), sound)) == sound["reads_as"]
    event = sound["core"]["event"]
    renamed = {k if k != "responsible" else "by": v for k, v in event.items()}
    for broken in (renamed, event | {"purpose": "comfort"}):
        with pytest.raises(ValueError, match=r"responsible|purpose"):
            read(class_of(name), sound | {"core": sound["core"] | {"event": broken}})
    other = sound["core"] | {"event": event | {"valid_from": "2025-03-11"}}
    assert told(read(class_of(name), sound | {"core": other})) != sound["reads_as"]


def test_an_event_of_a_later_version_is_not_guessed_at() -> None:
    """It says which version is needed, and nothing is read half."""
    name = "plan.adjusted.v1"
    core = golden(name)["core"]
    later = golden(name) | {"core": core | {"class_version": 99}}
    with pytest.raises(NewerEventError):
        read(class_of(name), later)
    assert as_stored(core).startswith(b'{"class_version":1,')
