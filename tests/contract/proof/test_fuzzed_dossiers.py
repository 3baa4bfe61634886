"""Dossiers that nobody made, or somebody who lies: Rejected, or they say what ours said."""

from __future__ import annotations

import json
import secrets
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.proof.witnesses import AskedWitness, Reply
from tests.contract.proof.office import Office
from tests.contract.proof.test_dishonest import resigned
from tests.contract.proof.zips import packed
from tests.contract.record.family import agreed, evaluated
from tests.contract.record.stores import SqliteStore
from tests.unit.proof.mutations import altered, bytes_of_any_kind, mutated, written
from vangnet_verify.dossier import Proved, prove, read_dossier
from vangnet_verify.rejected import Rejected
from vangnet_witness.cosigning import Witness
from vangnet_witness.memory import Memory

pytestmark = pytest.mark.fuzz
NAMES = ("checkpoint", "dossier.html", "events.jsonl", "heads.json", "manifest")


class Given:
    """A dossier as an inspector gets it, who trusts a log, its service and one witness."""

    def __init__(self, office: Office) -> None:
        witness = _witness(office)
        plan, evaluation = uuid4(), uuid4()
        for version in range(1, 5):
            office.happen(agreed(plan, version, f"afspraak {version}"))
            office.happen(evaluated(plan, evaluation, version), agreed(uuid4(), 1))
        office.sign([witness])
        self.keys = [*office.trusted, witness.key]
        self.zip = office.dossier(plan)
        (self.files,) = read_dossier(self.zip).values()
        self.proved = prove(self.files, self.keys, 1)

    def verified(self, content: bytes) -> list[Proved]:
        """What it proves of each log in it; nothing when it is rejected."""
        try:
            return [prove(files, self.keys, 1) for files in read_dossier(content).values()]
        except Rejected:
            return []


def _witness(office: Office) -> AskedWitness:
    logs = {office.key.public.name: office.key.public}
    witness = Witness("w.example", bytes(32), logs, Memory(office.folder / "seen.db"),
                      lambda: office.clock().timestamp())  # fmt: skip

    def post(body: bytes) -> Reply:
        answer = witness.add_checkpoint(body)
        return Reply(answer.status, answer.body.encode())

    return AskedWitness(witness.key, post)


@pytest.fixture(scope="module")
def given_dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """One for all: nothing here changes it."""
    folder = Path(tmp_path_factory.mktemp("office"))
    with Office.open(SqliteStore(folder / "store"), folder, secrets.token_bytes) as office:
        yield Given(office)


def tells_no_more(found: Proved, true: Proved) -> None:
    """Its maker may leave out content, and says why. Everything else is as it was recorded."""
    assert (found.checkpoint, found.standing) == (true.checkpoint, true.standing)
    assert found.manifest["plan"] == true.manifest["plan"]
    assert [_place(event) for event in found.events] == [_place(event) for event in true.events]
    for event, recorded in zip(found.events, true.events, strict=True):
        shown = {name: content for name, content in event.parts.items() if content is not None}
        assert shown.items() <= recorded.parts.items()


def _place(event: Any) -> tuple[object, ...]:
    return event.seq, event.stream, event.version, event.topic, event.at, event.leaf_hash


@given(data=st.data())
def test_bytes_that_changed_prove_the_same_or_nothing(
    given_dossier: Given, data: st.DataObject
) -> None:
    """Whoever the dossier went by on its way: only what no signature covers may differ."""
    found = given_dossier.verified(data.draw(mutated(given_dossier.zip) | bytes_of_any_kind))
    assert found in ([], [given_dossier.proved])


@given(data=st.data())
def test_a_file_that_changed_proves_the_same_or_nothing(
    given_dossier: Given, data: st.DataObject
) -> None:
    """The same under a sound zip, for each file in it."""
    files = dict(given_dossier.files)
    name = data.draw(st.sampled_from(NAMES))
    files[name] = data.draw(mutated(files[name]) | bytes_of_any_kind)
    found = given_dossier.verified(packed([(f"plans/{n}", c) for n, c in files.items()]))
    assert found in ([], [given_dossier.proved])


@given(data=st.data())
def test_a_maker_who_lies_proves_no_more_than_there_is(
    given_dossier: Given, data: st.DataObject
) -> None:
    """The service's own key is his: he signs whatever he makes of it."""
    files = dict(given_dossier.files)
    if data.draw(st.booleans()):
        lines = [json.loads(line) for line in files["events.jsonl"].splitlines()]
        changed = data.draw(altered(lines))
        lines = changed if isinstance(changed, list) else [changed]
        files["events.jsonl"] = b"\n".join(written(line, data.draw) for line in lines)
    else:
        heads = data.draw(altered(json.loads(files["heads.json"])))
        files["heads.json"] = written(heads, data.draw)
    told = data.draw(st.just({}) | altered({"known": 10**16, "plan": str(uuid4()), "x": 1}))
    found = given_dossier.verified(resigned(files, **_named(told)))
    for each in found:
        tells_no_more(each, given_dossier.proved)


def _named(told: Any) -> dict[str, Any]:
    told = told if isinstance(told, dict) else {}
    return {name: value for name, value in told.items() if name != "files"}


@given(
    members=st.lists(
        st.tuples(
            st.sampled_from([*(f"plans/{name}" for name in NAMES), "../../etc/passwd", "plans/",
                             "/", "", "plans//x", "C:\\x", "x" * 300, "a/b/c", "plans"])
            | st.text(max_size=20),
            st.binary(max_size=50),
        ),
        max_size=9,
    ),
    data=st.data(),
)  # fmt: skip
def test_a_zip_of_anything_is_rejected_whatever_its_names(
    given_dossier: Given, members: list[tuple[str, bytes]], data: st.DataObject
) -> None:
    """Nothing is unpacked to a disk, and a name that is not expected is none of a dossier."""
    how = data.draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2,
                                     zipfile.ZIP_LZMA)))  # fmt: skip
    content = packed(members, how)
    assert given_dossier.verified(data.draw(st.just(content) | mutated(content))) == []
