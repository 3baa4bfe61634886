"""A producer as kafka-python makes it, in a process of its own: it leaves sockets behind.

Sends a record each time it reads a line, and prints what became of it.
"""

import sys

from kafka.errors import KafkaError

from shared.feed.kafka.publisher import make_producer

bootstrap, topic, delivery_ms = sys.argv[1], sys.argv[2], int(sys.argv[3])
producer = make_producer(bootstrap, delivery_ms)
for _ in sys.stdin:
    try:
        producer.send(topic, b"x", partition=0).get(timeout=2 * delivery_ms / 1000)
        print("sent", flush=True)
    except KafkaError as error:
        print(type(error).__name__, flush=True)
