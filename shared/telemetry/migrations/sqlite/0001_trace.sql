-- To which trace an act belongs. Kept for a week, and only while traces are sent somewhere.
CREATE TABLE trace (
    act_id TEXT PRIMARY KEY,
    traceparent TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX trace_at ON trace (at);
