"""The witness on the web: one address, ``POST /add-checkpoint``."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from vangnet_witness.cosigning import Answer, Witness

PATH = "/add-checkpoint"
_MAX_BYTES = 64 * 1024
_MAX_DIGITS = 9
_SECONDS = 10


class WitnessServer(ThreadingHTTPServer):
    """Serves one witness until it is shut down."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], witness: Witness) -> None:
        self.witness = witness
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    timeout = _SECONDS
    server_version = "vangnet-witness"
    sys_version = ""

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if self.path != PATH:
            self._answer(Answer(HTTPStatus.NOT_FOUND))
        elif not (length.isascii() and length.isdigit()):
            self._answer(Answer(HTTPStatus.LENGTH_REQUIRED))
        elif len(length) > _MAX_DIGITS or int(length) > _MAX_BYTES:
            self._answer(Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        else:
            server: WitnessServer = self.server  # type: ignore[assignment]  # it is no other one
            self._answer(server.witness.add_checkpoint(self.rfile.read(int(length))))

    def _answer(self, answer: Answer) -> None:
        body = answer.body.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: who asks is whoever runs the log, and what it says is remembered."""
