"""Corrections, on the wire."""
