"""A real Kafka broker on this machine without Docker: jars from Maven Central, on Java 17."""
