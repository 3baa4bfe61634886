-- Which plans the sender must look at, and when (µs since 1970 UTC; NULL: not of itself).
-- A hint: it can be made anew from what is followed.
CREATE TABLE agenda (
    plan_id TEXT PRIMARY KEY,
    next_at INTEGER,
    mark INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX agenda_next ON agenda (next_at);

-- How far each plan is followed, and how far it ever was: until it is there again, nothing is sent.
CREATE TABLE agenda_followed (
    plan_id TEXT NOT NULL,
    source TEXT NOT NULL,
    reached INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    PRIMARY KEY (plan_id, source)
) STRICT, WITHOUT ROWID;
