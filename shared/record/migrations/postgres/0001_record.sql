-- The record of one service. Rows of stored_events, leaf and idempotency are written once.
-- Ids are hex and compared as bytes: an index on them survives a change of the system's collation.

CREATE TABLE store (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TRIGGER store_no_update BEFORE UPDATE ON store FOR EACH ROW
WHEN (NOT (OLD.name = 'clock' AND NEW.name = 'clock' AND NEW.value = 'simulated'))
EXECUTE FUNCTION refuse('store: wat een register is, verandert niet');

CREATE TRIGGER store_no_delete BEFORE DELETE ON store FOR EACH ROW
EXECUTE FUNCTION refuse('store: wat een register is, verandert niet');

CREATE TRIGGER store_whole BEFORE TRUNCATE ON store FOR EACH STATEMENT
EXECUTE FUNCTION refuse('store: wat een register is, verandert niet');

CREATE TABLE stored_events (
  originator_id TEXT COLLATE "C" NOT NULL,
  originator_version BIGINT NOT NULL CHECK (originator_version > 0),
  plan_id TEXT COLLATE "C" NOT NULL,
  topic TEXT COLLATE "C" NOT NULL,
  state BYTEA NOT NULL,
  PRIMARY KEY (originator_id, originator_version)
);

SELECT write_once('stored_events', 'stored_events: een gebeurtenis wordt nooit gewijzigd of verwijderd');

-- recorded_at: microseconds since 1970-01-01 UTC. prev: leaf_hash of the event before it in its
-- stream, empty for the first. No sequence: seq has no gaps, so whoever appends counts on under
-- the lock on stored_events.
CREATE TABLE leaf (
  seq BIGINT NOT NULL PRIMARY KEY,
  originator_id TEXT COLLATE "C" NOT NULL,
  originator_version BIGINT NOT NULL,
  plan_id TEXT COLLATE "C" NOT NULL,
  recorded_at BIGINT NOT NULL,
  event_id BYTEA NOT NULL UNIQUE,
  prev BYTEA NOT NULL,
  state_hash BYTEA NOT NULL,
  leaf_hash BYTEA NOT NULL,
  UNIQUE (originator_id, originator_version)
);

CREATE INDEX leaf_plan ON leaf (plan_id, seq);

SELECT write_once('leaf', 'leaf: een blad wordt nooit gewijzigd of verwijderd');

-- The edge of the log: number of leaves, recorded_at of the last, roots of the complete subtrees.
CREATE TABLE frontier (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  size BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  peaks BYTEA NOT NULL
);

-- One row that changes with every append: room to do so in its own page.
ALTER TABLE frontier SET (fillfactor = 10);

INSERT INTO frontier VALUES (1, 0, 0, '');

CREATE TRIGGER frontier_only_grows BEFORE UPDATE ON frontier FOR EACH ROW
WHEN (NEW.size <= OLD.size OR NEW.recorded_at <= OLD.recorded_at)
EXECUTE FUNCTION refuse('frontier: het register groeit alleen');

CREATE TRIGGER frontier_no_delete BEFORE DELETE ON frontier FOR EACH ROW
EXECUTE FUNCTION refuse('frontier: het register groeit alleen');

CREATE TRIGGER frontier_whole BEFORE TRUNCATE ON frontier FOR EACH STATEMENT
EXECUTE FUNCTION refuse('frontier: het register groeit alleen');

-- The answer to a request that carried an idempotency key, sealed under its plan's core key.
-- originator_id and originator_version: where the last event of the act stands.
CREATE TABLE idempotency (
  scope_key BYTEA NOT NULL PRIMARY KEY,
  request_mac BYTEA NOT NULL,
  plan_id TEXT COLLATE "C" NOT NULL,
  originator_id TEXT COLLATE "C" NOT NULL,
  originator_version BIGINT NOT NULL,
  answer BYTEA NOT NULL,
  recorded_at BIGINT NOT NULL
);

SELECT write_once('idempotency', 'idempotency: een antwoord wordt nooit gewijzigd of verwijderd');

SELECT grant_service('SELECT', 'migration');
SELECT grant_service('SELECT, INSERT', 'store', 'stored_events', 'leaf', 'idempotency');
SELECT grant_service('SELECT, UPDATE', 'frontier');
SELECT grant_service('UPDATE', 'store');

-- Before PostgreSQL 17 the lock that orders the appends asks for more than a right to insert. The
-- trigger refuses every use of it.
SELECT grant_service('DELETE', 'stored_events');
