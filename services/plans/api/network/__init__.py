"""The network of a family, on the wire."""
