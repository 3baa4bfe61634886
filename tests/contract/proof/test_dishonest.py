"""Who makes a dossier and lies is found, though everything in it is signed again by its maker."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.proof.dossier import zipped
from shared.proof.signing import SigningKey
from tests.contract.proof.office import NAME, Office
from tests.contract.record.family import agreed, evaluated
from vangnet_verify.dossier import MAKER, read_dossier
from vangnet_verify.note import encoded, parse_note
from vangnet_verify.rejected import Rejected

MUTATIONS = 3000
Lines = list[dict[str, Any]]


@pytest.fixture
def plan(office: Office) -> UUID:
    """A plan of twelve events in two streams, and others around it."""
    plan, evaluation = uuid4(), uuid4()
    for version in range(1, 7):
        office.happen(agreed(plan, version, f"afspraak {version}"))
        office.happen(evaluated(plan, evaluation, version), agreed(uuid4(), 1))
    office.sign()
    return plan


def forged(dossier: bytes, change: Callable[[Lines], Any]) -> bytes:
    """The dossier with its events changed, and signed again by who made it."""
    (files,) = read_dossier(dossier).values()
    lines = [json.loads(line) for line in files["events.jsonl"].splitlines()]
    change(lines)
    files["events.jsonl"] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return resigned(files)


def resigned(files: dict[str, bytes], **told: Any) -> bytes:
    """These files with a manifest that fits them, by who may make dossiers."""
    manifest = json.loads(parse_note(files["manifest"]).text)
    manifest["files"] = {
        name: sha256(content).hexdigest() for name, content in files.items() if name != "manifest"
    }
    maker = SigningKey(NAME + MAKER, bytes(32))
    files["manifest"] = maker.note(json.dumps(manifest | told) + "\n")
    return zipped({"plans": files})


def dropped(lines: Lines, *places: int) -> None:
    for place in sorted(places, reverse=True):
        del lines[place]


def edited(lines: Lines) -> None:
    part = next(p for p in lines[4]["parts"] if p["name"] == "words")
    part["content"] = part["content"].replace("afspraak", "belofte")


def edited_with_its_commitment(lines: Lines) -> None:
    edited(lines)
    index, part = next((i, p) for i, p in enumerate(lines[4]["parts"]) if p["name"] == "words")
    salt = parse_salt(part["salt"])
    digest = sha256(b"vp-commit/2" + salt + b"words\0" + part["content"].encode()).hexdigest()
    lines[4]["leaf"]["cm"][index] = digest


def parse_salt(written: str) -> bytes:
    from base64 import b64decode

    return b64decode(written)


def swapped(lines: Lines) -> None:
    lines[2]["leaf"], lines[4]["leaf"] = lines[4]["leaf"], lines[2]["leaf"]


def set_leaf(lines: Lines, place: int, name: str, value: Any) -> None:
    lines[place]["leaf"][name] = value


LIES: dict[str, Callable[[Lines], Any]] = {
    "the newest event left out": lambda lines: lines.pop(),
    "the newest three left out": lambda lines: dropped(lines, -1, -2, -3),
    "one in the middle left out": lambda lines: dropped(lines, 5),
    "the first left out": lambda lines: dropped(lines, 0),
    "a whole stream left out": lambda lines: dropped(lines, *range(1, 12, 2)),
    "everything left out": lambda lines: lines.clear(),
    "back-dated": lambda lines: set_leaf(lines, 3, "at", lines[3]["leaf"]["at"] - 1),
    "another topic": lambda lines: set_leaf(lines, 3, "t", "test.joined"),
    "another version": lambda lines: set_leaf(lines, 10, "v", 9),
    "another stream": lambda lines: set_leaf(lines, 3, "id", str(uuid4())),
    "another log": lambda lines: set_leaf(lines, 3, "o", "elsewhere"),
    "another predecessor": lambda lines: set_leaf(lines, 4, "prev", "0" * 64),
    "the words changed": edited,
    "the words changed with their commitment": edited_with_its_commitment,
    "two headers exchanged": swapped,
    "an event twice": lambda lines: lines.insert(3, deepcopy(lines[2])),
    "two events exchanged": lambda lines: lines.insert(0, lines.pop(4)),
    "another place in the log": lambda lines: lines[3].update(seq=lines[3]["seq"] + 1),
    "a part left out": lambda lines: lines[2]["parts"].pop(),
    "a part added": lambda lines: lines[2]["parts"].append(deepcopy(lines[2]["parts"][0])),
    "later than asked for, and shown": lambda lines: lines[2]["parts"].__setitem__(
        1, {"name": "words", "reason": "later"}
    ),
    "something beside the event": lambda lines: lines[2].update(note="klopt echt"),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_lie_about_events_is_found(
    office: Office, plan: UUID, lie: Callable[[Lines], Any]
) -> None:
    """Integrity 2.7: the maker's own signature makes nothing true."""
    dossier = office.dossier(plan)
    assert len(office.verify(forged(dossier, lambda lines: None)).events) == 12
    with pytest.raises(Rejected):
        office.verify(forged(dossier, lie))


def test_a_checkpoint_of_ones_own_is_found(office: Office, plan: UUID) -> None:
    """Only the signer's key counts, whatever name stands over another."""
    (files,) = read_dossier(office.dossier(plan)).values()
    mine = SigningKey(NAME, b"x" * 32)
    files["checkpoint"] = mine.note(parse_note(files["checkpoint"]).text)
    with pytest.raises(Rejected):
        office.verify(resigned(files))


def test_another_plans_ending_is_found(office: Office, plan: UUID) -> None:
    """That the other plan ends there says nothing of this one."""
    other = uuid4()
    office.happen(agreed(other, 1))
    office.sign()
    (files,) = read_dossier(office.dossier(plan)).values()
    (others,) = read_dossier(office.dossier(other)).values()
    with pytest.raises(Rejected):
        office.verify(resigned(files | {"heads.json": others["heads.json"]}))
    with pytest.raises(Rejected):
        office.verify(resigned(files, plan=str(other)))


def test_an_older_ending_does_not_fit_a_newer_checkpoint(office: Office, plan: UUID) -> None:
    """Leaving out what was recorded since, with everything else as it was signed then."""
    (older,) = read_dossier(office.dossier(plan)).values()
    office.happen(agreed(plan, 7))
    office.sign()
    (newer,) = read_dossier(office.dossier(plan)).values()
    with pytest.raises(Rejected):
        office.verify(resigned(older | {"checkpoint": newer["checkpoint"]}))


def test_no_random_change_of_a_dossier_is_accepted(office: Office, plan: UUID) -> None:
    """Integrity 2.7: 3,000 changes of one byte or one value, in every file, whoever signs after."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    (files,) = read_dossier(office.dossier(plan)).values()
    accepted = []
    for number in range(MUTATIONS):
        changed, how = _mutated(files, chance)
        try:
            office.verify(changed)
        except Rejected:
            continue
        accepted.append((number, how))
    assert accepted == []


def _mutated(files: dict[str, bytes], chance: random.Random) -> tuple[bytes, str]:
    files = dict(files)
    name = chance.choice(sorted(files))
    # The page is no proof, and is only protected by its maker's signature.
    signs = chance.random() < 0.5 and name not in ("manifest", "dossier.html")
    content = files[name]
    at = chance.randrange(len(content))
    kind = chance.randrange(4)
    if kind == 0:
        new = content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
    elif kind == 1:
        new = content[:at] + content[at + 1 :]
    elif kind == 2:
        new = content[:at] + encoded(chance.randbytes(3)).encode() + content[at:]
    else:
        new = content[:at]
    files[name] = new
    return resigned(files) if signs else zipped({"plans": files}), f"{name} {kind} {at} {signs}"
