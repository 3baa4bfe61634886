"""Agreements that are not kept, on the wire."""
