"""What is read of an opened statement: exactly what makes sense, and never an error."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID, uuid4

import msgspec
import pytest

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.erasing import DESTRUCTIONS, DossierDestroyed, Range, records_destructions
from shared.record.destruction import Opened, Statement, stated
from shared.record.envelope import Part, pack
from shared.record.padding import commitment

PLAN, SALT = uuid4(), bytes(32)
TOPIC = "test.dossier-destroyed"


def opened(content: bytes, plan_id: UUID = DESTRUCTIONS, topic: str = TOPIC) -> Opened:
    """An event at 10 that commits to this content."""
    part = Part("core", b"", b"", b"", commitment(SALT, "core", content))
    return Opened(10, SALT, content, b"", topic, pack(plan_id, uuid4(), (part,)))


def naming(*rows: tuple[int, int], **other: Any) -> bytes:
    said = {"plan": PLAN, "rows": [{"first": a, "last": b} for a, b in rows]} | other
    return msgspec.json.encode({"actor": "worker-17", "event": said})


def test_it_says_which_rows_of_which_plan_may_be_gone() -> None:
    """Rows next to those are not named."""
    said = stated(opened(naming((2, 3), (5, 5))))
    assert said == Statement(PLAN, (Range(2, 3), Range(5, 5)))
    assert [seq for seq in range(12) if said.names(seq)] == [2, 3, 5]


@pytest.mark.parametrize(
    "wrong",
    [
        opened(naming((2, 3)), plan_id=PLAN),
        opened(naming((2, 3)), topic="test.agreed"),
        msgspec.structs.replace(opened(naming((2, 3))), salt=b"x" * 32),
        msgspec.structs.replace(opened(naming((2, 3))), content=naming((2, 4))),
        msgspec.structs.replace(opened(naming((2, 3))), state=b"no envelope"),
        msgspec.structs.replace(
            opened(naming((2, 3))), state=pack(DESTRUCTIONS, uuid4(), ())
        ),
        *(opened(naming(*rows)) for rows in ([], [(3, 2)], [(0, 2)], [(5, 6), (2, 3)])),
        *(opened(naming(*rows)) for rows in ([(2, 3), (3, 4)], [(8, 10)], [(2, 2**70)])),
        *(opened(content) for content in (b"", b"{}", b"[]", b"\xff", b'{"event": null}')),
        opened(naming((2, 3), plan="niemand")),
        opened(b'{"more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ],
)  # fmt: skip
def test_anything_else_says_nothing(wrong: Opened) -> None:
    """Somebody who owns the database may have opened anything at all."""
    assert stated(wrong) is None


def test_a_service_cannot_name_it_so_that_nobody_knows_it() -> None:
    """Auditors know it by how its topic ends."""

    class Known(DossierDestroyed, frozen=True):
        TOPIC: ClassVar[str] = TOPIC

    class Unknown(DossierDestroyed, frozen=True):
        TOPIC: ClassVar[str] = "test.gone"

    catalogue = Catalogue("test")
    records_destructions(catalogue, Known)
    assert catalogue.events[TOPIC] is Known
    with pytest.raises(TypeError):
        records_destructions(catalogue, Unknown)
