"""The agenda on SQLite, in the same file as what was followed."""
