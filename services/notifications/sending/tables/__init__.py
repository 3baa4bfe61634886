"""The agenda in tables, in the same database as the service's own events."""
