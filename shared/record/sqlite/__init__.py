"""The record in SQLite: the embedded default. Importing this puts the right SQLite in place."""

from shared.record.sqlite.driver import install

install()
