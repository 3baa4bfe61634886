"""The inbox in tables, in the same database as its service's own events."""
