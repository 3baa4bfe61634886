"""Kafka as a transport of a service's feed (design section 5).

The event store stays the truth: a topic is filled from it by a relay, may be emptied or made
again, and whoever misses something on it reads the feed itself. Nothing here needs consumer
groups or transactions of Kafka: how far somebody read stands in that reader's own database, in
the transaction of what came of it.

Whoever may write on an internal topic is believed; its rights belong to the relay alone.
"""
