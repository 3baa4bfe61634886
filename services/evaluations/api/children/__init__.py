"""The children of a plan, on the wire."""
