"""Considering what else must be done, on the wire."""
