"""What kafka-python leaves behind is cleared away after each of these tests too."""

from tests.integration.kafka.conftest import left_sockets

__all__ = ["left_sockets"]
