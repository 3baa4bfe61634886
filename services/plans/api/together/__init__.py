"""Who does what, on the wire."""
