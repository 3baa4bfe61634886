-- What the signer published: checkpoints of the record and of the access log, and where each plan
-- ended at the newest one of the record.
CREATE TABLE checkpoint (
  log TEXT NOT NULL,
  number INTEGER NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  note BLOB NOT NULL,
  PRIMARY KEY (log, number)
) STRICT;

CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint: wat ondertekend is, verandert niet'); END;

CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint: wat ondertekend is, verandert niet'); END;

-- The tree of heads: its leaves, in the order in which the plans began, and one level in four above.
CREATE TABLE ending (
  number INTEGER PRIMARY KEY,
  plan_id TEXT NOT NULL UNIQUE,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE ending_subtree (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;
