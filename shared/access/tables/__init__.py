"""The access log in a table."""
