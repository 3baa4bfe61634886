"""The access log in SQLite."""
