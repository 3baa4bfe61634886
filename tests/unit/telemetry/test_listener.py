"""Metrics are read on a port of their own."""

import socket
import urllib.error
import urllib.request

import pytest
from prometheus_client import CollectorRegistry, Gauge

from shared.telemetry.listener import listening


def asked(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    """Status and text of an answer."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""


def page() -> CollectorRegistry:
    """A registry with one number in it."""
    registry = CollectorRegistry()
    Gauge("vangnet_x", "X.", registry=registry).set(3)
    return registry


def test_each_page_is_shown_at_its_own_path_and_nothing_elsewhere():
    """To GET only."""
    with listening({"/metrics": page()}, "127.0.0.1", 0) as port:
        status, text = asked(port, "/metrics")
        assert (status, "vangnet_x 3.0" in text) == (200, True)
        assert asked(port, "/")[0] == 404
        assert asked(port, "/metrics", "POST")[0] == 404


def test_afterwards_nobody_listens():
    """The port can be used again at once."""
    with listening({}, "127.0.0.1", 0) as port:
        pass
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        pass


def test_a_caller_who_says_nothing_keeps_nobody_else_waiting():
    """Every connection has a thread of its own."""
    with (
        listening({"/metrics": page()}, "127.0.0.1", 0) as port,
        socket.create_connection(("127.0.0.1", port)),
    ):
        assert asked(port, "/metrics")[0] == 200
