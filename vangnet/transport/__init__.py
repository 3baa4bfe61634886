"""How services that run apart reach one another: over HTTP, or over Kafka."""
