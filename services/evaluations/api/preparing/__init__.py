"""Preparing the next evaluation, on the wire."""
