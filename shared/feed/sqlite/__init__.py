"""The inbox on SQLite, in the same file as its service's own events."""
