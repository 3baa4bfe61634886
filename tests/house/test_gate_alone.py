"""A closed box is opened nowhere but behind the gate (design 6)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from tests.house.tree import Source, product

GATE = "shared/access/gate.py"
OPENING = {"open", "open_part", "open_packet", "open_salted"}
# Files, sockets and web clients have an ``open`` too: these are what it is called on there.
OF_THE_SYSTEM = ("os", "path", "file", "client")
OPEN = re.compile(r"\b(open|open_part|open_packet|open_salted)\(")
PACKETS = "shared/service/sealing.py"


def _called_on(call: ast.Call) -> str:
    target = call.func
    assert isinstance(target, ast.Attribute)
    return ast.unparse(target.value).rsplit(".", 1)[-1]


def openings(sources: Iterable[Source]) -> Iterator[str]:
    """Every call that may open a box, outside the gate and the record."""
    for source in sources:
        if source.path == GATE or source.path.startswith("shared/record/"):
            continue
        for node in ast.walk(source.tree) if OPEN.search(source.text) else ():
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Attribute) and node.func.attr in OPENING:
                yield f"{source.path}: {_called_on(node)}.{node.func.attr}"
            elif isinstance(node.func, ast.Name) and node.func.id in OPENING - {"open"}:
                yield f"{source.path}: {node.func.id}"


def boxes(sources: Iterable[Source]) -> list[str]:
    """Openings that are not of a file, and not asked of the gate itself."""
    return [
        found
        for found in openings(sources)
        if not _harmless(found.split(": ")[1].split(".")[0]) and not found.startswith(PACKETS)
    ]


def _harmless(called_on: str) -> bool:
    return called_on.lower().endswith((*OF_THE_SYSTEM, "sight"))


def test_only_the_gate_and_the_record_open_boxes() -> None:
    """Everybody else asks a Sight, which judges first."""
    assert boxes(product()) == []


def test_packets_are_opened_by_the_service_that_sealed_them() -> None:
    """What was followed and why somebody looked: not content of a plan's own events."""
    found = [each for each in openings(product()) if each.startswith(PACKETS)]
    assert found == [f"{PACKETS}: open_packet"]


def test_nobody_reaches_into_a_box_or_a_sight() -> None:
    """``.box`` is the record's affair, a Sight's opener the gate's."""
    assert [
        f"{source.path}: {node.attr}"
        for source in product()
        if source.path != GATE and not source.path.startswith("shared/record/")
        if ".box" in source.text or "._opener" in source.text
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("box", "_opener")
        if not (ast.unparse(node.value) == "self" and node.attr == "_opener")
    ] == []


def test_an_opening_elsewhere_is_found() -> None:
    """The check can fail in each of its ways, and leaves files alone."""
    made = [
        Source("services/x.py", "look.opener.open(words)"),
        Source("services/y.py", "record.sealer.open_part(place, part)"),
        Source("services/z.py", "open_packet(sealer, plan, label, data)"),
        Source("services/f.py", "os.open(p, 0)\npath.open()\nopen(p)\nself.sight.open(words)"),
        Source(GATE, "self._opener.open(sealed)"),
        Source("shared/record/m.py", "sealer.open(sealed)"),
    ]
    assert boxes(made) == [
        "services/x.py: opener.open",
        "services/y.py: sealer.open_part",
        "services/z.py: open_packet",
    ]
