"""A witness on the web, and what nobody should send it: its own statuses, and no forgery signed."""

from __future__ import annotations

import socket
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.proof.dense import DenseTree
from shared.proof.paths import consistency, folded
from shared.proof.signing import SigningKey
from tests.unit.proof.mutations import Draw, bytes_of_any_kind, mutated
from vangnet_verify.checkpoint import Checkpoint
from vangnet_verify.note import encoded, parse_note, signed_by
from vangnet_verify.tree import leaf_hash
from vangnet_witness.cosigning import Witness
from vangnet_witness.memory import Memory
from vangnet_witness.server import PATH, WitnessServer

pytestmark = pytest.mark.fuzz

LOG = SigningKey("vangnet.example/plans", b"l" * 32)
NOW = 1_790_000_000
# Those of tlog-witness and, of who does not even speak HTTP, those of HTTP itself.
STATUSES = {200, 400, 403, 404, 409, 411, 413, 422, 414, 431, 501, 505}
SEEN, LONGEST = 5, 12


def tree(size: int, other_from: int = LONGEST) -> DenseTree:
    """The log at a size; from a leaf on, another one."""
    grown = DenseTree()
    for number in range(size):
        grown.put(number, leaf_hash(b"%d %d" % (number, number >= other_from)))
    return grown


def request(old: int, grown: DenseTree, origin: str = LOG.public.name) -> bytes:
    path = [folded(c, grown.complete) for c in consistency(min(old, len(grown)), len(grown))]
    lines = "".join(f"{encoded(each)}\n" for each in path)
    note = LOG.note(Checkpoint(origin, len(grown), grown.root()).text)
    return f"old {old}\n{lines}\n".encode() + note


class Witnesses:
    """A new witness for each request, that saw the log at five leaves."""

    def __init__(self, folder: Path) -> None:
        self._paths = (folder / f"{number}.db" for number in count())

    def new(self) -> Witness:
        """One that cosigned once."""
        memory = Memory(next(self._paths))
        logs = {LOG.public.name: LOG.public}
        made = Witness("w.example", b"w" * 32, logs, memory, lambda: NOW)
        assert made.add_checkpoint(request(0, tree(SEEN))).status == 200
        return made


@pytest.fixture(scope="module")
def witnesses(tmp_path_factory: pytest.TempPathFactory) -> Witnesses:
    """In a folder of their own."""
    return Witnesses(Path(tmp_path_factory.mktemp("witnesses")))


class Watched(WitnessServer):
    """Keeps what went wrong in it instead of printing it."""

    def __init__(self, witness: Witness) -> None:
        self.wrong: list[str] = []
        super().__init__(("127.0.0.1", 0), witness)

    def handle_error(self, request: object, client_address: object) -> None:
        """Kept for the test that caused it."""
        self.wrong.append("".join(traceback.format_exception(*sys.exc_info())))


@pytest.fixture(scope="module")
def server(witnesses: Witnesses) -> Iterator[Watched]:
    """One that serves until the last test is done."""
    with Watched(witnesses.new()) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


BODY = request(SEEN, tree(9))


def whole(body: bytes) -> bytes:
    return f"POST {PATH} HTTP/1.1\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@st.composite
def asked(draw: Draw) -> bytes:
    """A request with a head and a length that may be anything."""
    methods = ("POST", "GET", "PUT", "BREW", "")
    path = draw(st.sampled_from((PATH, "/", "*", PATH + "/", "//x", "/%00", "/" + "a" * 70_000)))
    length = draw(
        st.sampled_from(("", "0", "-1", "+1", "1_0", "9" * 5000, "0" * 5000 + "1", "65537", "x"))
        | st.integers(0, 2**70).map(str)
    )
    more = draw(st.sampled_from(("", "Transfer-Encoding: chunked\r\n", "X: y\r\n" * 200)))
    head = (
        f"{draw(st.sampled_from(methods))} {path} HTTP/{draw(st.sampled_from(('1.0', '1.1', '9')))}"
    )
    return f"{head}\r\nContent-Length: {length}\r\n{more}\r\n".encode() + BODY


@given(content=mutated(whole(BODY)) | asked() | bytes_of_any_kind)
def test_it_answers_with_a_status_of_its_own_or_hangs_up(server: Watched, content: bytes) -> None:
    """tlog-witness: whatever is sent, nothing goes wrong in it."""
    answer = exchanged(server, content)
    assert server.wrong == []
    if answer.startswith(b"HTTP/"):
        assert int(answer.split(b" ", 2)[1]) in STATUSES


def exchanged(server: Watched, content: bytes) -> bytes:
    """What comes back when this is sent and nothing after it."""
    with socket.create_connection(server.server_address[:2], timeout=20) as sending:
        try:
            sending.sendall(content)
            with suppress(OSError):
                sending.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: sending.recv(65536), b""))
        except ConnectionError:
            # It hung up on us while we were still talking.
            return b""


@pytest.mark.parametrize(
    ("length", "status"),
    [("9" * 5000, 413), ("0" * 5000 + "1", 413), ("65537", 413), ("-1", 411), ("\u0663", 411)],
)
def test_a_length_is_a_number_of_bytes(server: Watched, length: str, status: int) -> None:
    """Python refuses to read a number of thousands of digits, and this program does not die."""
    head = f"POST {PATH} HTTP/1.1\r\nContent-Length: {length}\r\n\r\n".encode()
    assert exchanged(server, head).startswith(b"HTTP/1.0 %d" % status)
    assert server.wrong == []


def test_it_still_cosigns(server: Watched) -> None:
    """After all of that."""
    size = int(server.witness.add_checkpoint(request(LONGEST, tree(LONGEST))).body)
    answer = exchanged(server, whole(request(size, tree(LONGEST))))
    assert answer.startswith(b"HTTP/1.0 200")


@given(data=st.data())
def test_it_cosigns_only_a_log_that_grew(witnesses: Witnesses, data: st.DataObject) -> None:
    """Whoever has the log's key signs what he likes: two logs that differ are never both seen."""
    size = data.draw(st.integers(1, LONGEST) | st.sampled_from((2**63 - 1, 2**63, 10**19 - 1)))
    other = data.draw(st.integers(0, LONGEST))
    grown = tree(min(size, LONGEST), other)
    root = data.draw(
        st.just(grown.root()) | st.just(tree(SEEN).root()) | st.binary(min_size=32, max_size=32)
    )
    old = data.draw(st.just(SEEN) | st.sampled_from((0, 1, size, 2**63, 10**19 - 1)))
    path = [folded(c, grown.complete) for c in consistency(min(SEEN, len(grown)), len(grown))]
    path = data.draw(
        st.just(path) | st.lists(st.sampled_from([*path, root, b"x" * 32]), max_size=66)
    )
    lines = "".join(f"{encoded(each)}\n" for each in path)
    note = LOG.note(Checkpoint(LOG.public.name, size, root).text)
    witness = witnesses.new()
    answer = witness.add_checkpoint(f"old {old}\n{lines}\n".encode() + note)
    assert answer.status in STATUSES
    if answer.status == 200:
        grew = size > SEEN and other >= SEEN and root == grown.root()
        assert grew or (size, root) == (SEEN, tree(SEEN).root())
        assert witness.key in signed_by(parse_note(note + answer.body.encode()), [witness.key])


@given(content=mutated(BODY) | bytes_of_any_kind)
def test_no_request_that_changed_is_cosigned(witnesses: Witnesses, content: bytes) -> None:
    """The log's signature is over all that counts."""
    answer = witnesses.new().add_checkpoint(content)
    assert answer.status in STATUSES
    if answer.status == 200:
        found = parse_note(content.partition(b"\n\n")[2])
        assert found.text == parse_note(BODY.partition(b"\n\n")[2]).text
