"""Erasing on the wire."""
