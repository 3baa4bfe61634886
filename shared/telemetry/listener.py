"""Where metrics are read: a listener of its own, so that they never stand on the public port."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

METRICS = "/metrics"
DIGESTS = "/metrics/vingerafdrukken"
Pages = Mapping[str, CollectorRegistry]
_SECONDS = 10


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Handler(WSGIRequestHandler):
    # Who opens a connection and says nothing keeps a thread no longer than this.
    timeout = _SECONDS

    def log_message(self, format: str, *args: Any) -> None:
        """A scrape every few seconds is no news."""


def pages_app(pages: Pages) -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    """A web app that shows each registry at its own path, to GET only."""

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        registry = pages.get(environ["PATH_INFO"])
        if registry is None or environ["REQUEST_METHOD"] != "GET":
            start_response("404 Not Found", [("Content-Length", "0")])
            return []
        body = generate_latest(registry)
        headers = [("Content-Type", CONTENT_TYPE_PLAIN_0_0_4), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [body]

    return app


@contextmanager
def listening(pages: Pages, host: str, port: int) -> Iterator[int]:
    """Shows the pages until the end of the block; gives the port. Raises OSError when taken."""
    with make_server(host, port, pages_app(pages), _Server, _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, name="metingen")
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
