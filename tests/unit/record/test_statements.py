"""Taking a migration apart into statements."""

from __future__ import annotations

from shared.record.sqlite.script import statements

SCRIPT = """-- a comment; with a semicolon
CREATE TABLE a (
  x TEXT DEFAULT ';'
);

CREATE TRIGGER t BEFORE DELETE ON a
BEGIN
  SELECT RAISE(ABORT, 'no');
END;
INSERT INTO a VALUES ('1'); INSERT INTO a VALUES ('2');
"""


def test_semicolons_in_comments_strings_and_triggers_end_no_statement():
    """Each statement is whole; two on one line stay together, which nobody should write."""
    found = [" ".join(statement.split()) for statement in statements(SCRIPT)]
    assert [s[:30] for s in found] == [
        "-- a comment; with a semicolon",
        "CREATE TRIGGER t BEFORE DELETE",
        "INSERT INTO a VALUES ('1'); IN",
    ]


def test_a_last_statement_without_a_semicolon_counts():
    """It would otherwise be skipped in silence."""
    assert list(statements("SELECT 1")) == ["SELECT 1"]
