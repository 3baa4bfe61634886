"""Nothing that anybody wrote stands readable in a file, a mail, a message or a feed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from services.evaluations.api.act_schemas import ACT_SCHEMAS as EVALUATIONS
from services.notifications.api.act_schemas import ACT_SCHEMAS as NOTIFICATIONS
from services.plans.api.act_schemas import ACT_SCHEMAS as PLANS
from shared.record.seal import MakeSealer, Sealer
from shared.service.settings import Settings
from shared.web.wire import ActSchema
from tests.integration.canary import abuse
from tests.integration.canary.places import text_places
from tests.integration.canary.script import play
from tests.integration.canary.stage import Stage, opened
from tests.integration.canary.traces import files, sent, shortened, stored_texts
from tests.integration.canary.unsealed import Unsealed
from tests.integration.canary.words import Words, found_in
from vangnet.assembly import SERVICES

SEED = int(os.environ.get("TEST_SEED", "20250310"))
SCHEMAS: dict[str, list[type[ActSchema]]] = {
    "plans": list(PLANS),
    "evaluations": list(EVALUATIONS),
    "notifications": list(NOTIFICATIONS),
}
PLACES = {
    f"{service}.{schema.__name__}.{place}"
    for service, schemas in SCHEMAS.items()
    for schema in schemas
    for place in text_places(schema())
}


class Played(NamedTuple):
    """What one town did, what it can read back, and all traces of it."""

    words: Words
    played: set[type[ActSchema]]
    readable: str
    traces: dict[str, bytes]
    mails: int


def lived(
    folder: Path,
    sealer: MakeSealer,
    errors: pytest.CaptureFixture[str],
    words: Words,
    on: Settings | None = None,
) -> Played:
    """A whole life of a dossier, with everything that can go wrong in a request."""
    with opened(folder, words, sealer, on=on) as stage:
        play(stage)
        counts = abuse.refused(stage), abuse.invalid(stage, SCHEMAS), abuse.looks(stage, ids(stage))
        abuse.strangers(stage)
        traces = {**files(folder, "open"), **sent(stage)}
        readable, played, mails = stored_texts(stage), stage.played, len(stage.post.received)
    traces |= files(folder, "closed")
    out = errors.readouterr()
    traces["stdout and stderr"] = (out.out + out.err).encode()
    print(f"\nseed {SEED}: {len(words.all)} words; refused, invalid, looks: {counts}")
    return Played(words, played, readable, traces, mails)


def ids(stage: Stage) -> dict[str, str]:
    """One of everything that a path can name."""
    base = f"/evaluaties/api/v1/dossiers/{stage.plan_id}"
    evaluations = stage.ask("GET", f"{base}/evaluaties").body["evaluaties"]
    incidents = stage.ask("GET", f"{base}/voorvallen").body["voorvallen"]
    return {
        "persoonId": stage.fillers["plans"].person,
        "evaluatieId": evaluations[0]["evaluatieId"],
        "voorvalId": incidents[0]["voorvalId"],
    }


def test_no_word_that_was_written_is_found_anywhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    """In any file while it runs and after, in mail, messages or feed, in every encoding."""
    played = lived(tmp_path, Sealer, capfd, Words(SEED))
    every_act_was_played(played)
    every_text_was_stored(played)
    assert played.mails >= 1
    assert any(name.startswith("plans/events.db-wal") for name in played.traces)
    found = found_in(played.traces, played.words.all)
    assert not found, shortened(found)
    tell(played)


def test_without_the_seal_every_word_that_is_kept_is_found(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    """The same with sealing switched off: a fault planted on purpose, found by the same search."""
    played = lived(tmp_path, Unsealed, capfd, Words(SEED))
    found = found_in(played.traces, played.words.all)
    places = {played.words.all[word] for word in found}
    assert places >= PLACES
    assert any(place.startswith("reason ") for place in places)
    assert "mail address" in places
    kept = {trace for where in found.values() for trace in where}
    print(f"found without the seal: {len(found)} words, in {sorted(kept)}")


def test_an_act_that_is_not_played_and_a_text_that_is_not_stored_are_named():
    """Whoever adds one reads here what is missing."""
    nothing = Played(Words(1), set(), "", {}, 0)
    with pytest.raises(AssertionError, match="AddPersonSchema"):
        every_act_was_played(nothing)
    with pytest.raises(AssertionError, match=r"plans\.AddPersonSchema\.naam"):
        every_text_was_stored(nothing)


def every_act_was_played(played: Played) -> None:
    """An act without a line in the script is named here."""
    assert SCHEMAS.keys() == set(SERVICES)
    everything = {schema for schemas in SCHEMAS.values() for schema in schemas}
    missed = sorted(schema.__name__ for schema in everything - played.played)
    assert not missed, f"not in the script: {missed}"


def every_text_was_stored(played: Played) -> None:
    """Of every text that the registrations know at least one word can be read back."""
    missed = sorted(p for p in PLACES if not _stored(played, p))
    assert not missed, f"never stored: {missed}"


def _stored(played: Played, place: str) -> bool:
    return any(word in played.readable for word in played.words.at[place])


def tell(played: Played) -> None:
    """How many texts each schema has, all of them covered."""
    counts = Counter(".".join(place.split(".")[:2]) for place in PLACES)
    size = sum(map(len, played.traces.values()))
    print(f"{len(PLACES)} texts in {len(counts)} of {sum(map(len, SCHEMAS.values()))} acts:")
    print(", ".join(f"{schema} {count}" for schema, count in sorted(counts.items())))
    print(f"0 found in {len(played.traces)} traces of {size:,} bytes; {played.mails} mails")
