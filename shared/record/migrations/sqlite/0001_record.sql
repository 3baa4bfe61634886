-- The record of one service. Rows of stored_events, leaf and idempotency are written once.

CREATE TABLE store (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER store_no_update BEFORE UPDATE ON store
WHEN NOT (OLD.name = 'clock' AND NEW.name = 'clock' AND NEW.value = 'simulated')
BEGIN SELECT RAISE(ABORT, 'store: wat een register is, verandert niet'); END;

CREATE TRIGGER store_no_delete BEFORE DELETE ON store
BEGIN SELECT RAISE(ABORT, 'store: wat een register is, verandert niet'); END;

CREATE TABLE stored_events (
  originator_id TEXT NOT NULL,
  originator_version INTEGER NOT NULL CHECK (originator_version > 0),
  plan_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  state BLOB NOT NULL,
  PRIMARY KEY (originator_id, originator_version)
) STRICT;

CREATE TRIGGER stored_events_no_update BEFORE UPDATE ON stored_events
BEGIN SELECT RAISE(ABORT, 'stored_events: een gebeurtenis wordt nooit gewijzigd'); END;

CREATE TRIGGER stored_events_no_delete BEFORE DELETE ON stored_events
BEGIN SELECT RAISE(ABORT, 'stored_events: een gebeurtenis wordt nooit verwijderd'); END;

-- recorded_at: microseconds since 1970-01-01 UTC. prev: leaf_hash of the event before it in its
-- stream, empty for the first.
CREATE TABLE leaf (
  seq INTEGER PRIMARY KEY,
  originator_id TEXT NOT NULL,
  originator_version INTEGER NOT NULL,
  plan_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  event_id BLOB NOT NULL UNIQUE,
  prev BLOB NOT NULL,
  state_hash BLOB NOT NULL,
  leaf_hash BLOB NOT NULL,
  UNIQUE (originator_id, originator_version)
) STRICT;

CREATE INDEX leaf_plan ON leaf (plan_id, seq);

CREATE TRIGGER leaf_no_update BEFORE UPDATE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf: een blad wordt nooit gewijzigd'); END;

CREATE TRIGGER leaf_no_delete BEFORE DELETE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf: een blad wordt nooit verwijderd'); END;

-- The edge of the log: number of leaves, recorded_at of the last, roots of the complete subtrees.
CREATE TABLE frontier (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  size INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  peaks BLOB NOT NULL
) STRICT;

INSERT INTO frontier VALUES (1, 0, 0, x'');

CREATE TRIGGER frontier_only_grows BEFORE UPDATE ON frontier
WHEN NEW.size <= OLD.size OR NEW.recorded_at <= OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'frontier: het register groeit alleen'); END;

CREATE TRIGGER frontier_no_delete BEFORE DELETE ON frontier
BEGIN SELECT RAISE(ABORT, 'frontier: het register groeit alleen'); END;

-- The answer to a request that carried an idempotency key, sealed under its plan's core key.
-- originator_id and originator_version: where the last event of the act stands.
CREATE TABLE idempotency (
  scope_key BLOB NOT NULL PRIMARY KEY,
  request_mac BLOB NOT NULL,
  plan_id TEXT NOT NULL,
  originator_id TEXT NOT NULL,
  originator_version INTEGER NOT NULL,
  answer BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency
BEGIN SELECT RAISE(ABORT, 'idempotency: een antwoord wordt nooit gewijzigd'); END;

CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency
BEGIN SELECT RAISE(ABORT, 'idempotency: een antwoord wordt nooit verwijderd'); END;
