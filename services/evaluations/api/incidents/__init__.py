"""Incidents, on the wire."""
