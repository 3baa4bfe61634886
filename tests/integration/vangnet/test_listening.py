"""The socket that ``vangnet up`` listens on."""

import socket
from contextlib import closing

from vangnet.hosting.server import listen


def test_an_answer_does_not_wait_for_the_caller_to_acknowledge_its_head():
    """Connections inherit TCP_NODELAY; without it every answer takes 40 ms longer."""
    with closing(listen("127.0.0.1", 0)) as listening:
        assert listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
