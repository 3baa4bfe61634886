-- How far each source (or part of one, '<service>/<part>') was followed.
CREATE TABLE tracking (
    source TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- What was followed. The data is sealed per plan, and NULL once that plan was erased.
CREATE TABLE followed (
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    plan_id TEXT NOT NULL,
    stream_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    effective_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    event_id TEXT NOT NULL,
    data BLOB,
    PRIMARY KEY (source, seq)
) STRICT;

CREATE INDEX followed_plan ON followed (plan_id);
CREATE INDEX followed_recorded ON followed (recorded_at);

-- The last version taken of each stream: what is below it is a duplicate, what skips one a loss.
CREATE TABLE head (
    source TEXT NOT NULL,
    stream_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (source, stream_id)
) STRICT, WITHOUT ROWID;

-- What could not be taken, with everything of the same plan behind it.
CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    position INTEGER NOT NULL,
    plan_id TEXT,
    stream_id TEXT,
    version INTEGER,
    reason TEXT NOT NULL,
    payload BLOB,
    attempts INTEGER NOT NULL,
    parked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (source, position)
) STRICT;

CREATE INDEX dead_letter_parked ON dead_letter (source, plan_id) WHERE state = 'parked';
