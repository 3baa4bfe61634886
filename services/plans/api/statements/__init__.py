"""Risk statements and desired situations, on the wire."""
