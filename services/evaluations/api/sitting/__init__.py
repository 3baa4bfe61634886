"""Evaluating, on the wire."""
