-- What the signer published of this record: checkpoints, and where each plan ended at the newest.
CREATE TABLE checkpoint (
  number BIGINT NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL,
  at BIGINT NOT NULL,
  note BYTEA NOT NULL
);

SELECT write_once('checkpoint', 'checkpoint: wat ondertekend is, verandert niet');

-- The tree of heads: its leaves, in the order in which the plans began, and one level in four above.
CREATE TABLE head (
  number BIGINT NOT NULL PRIMARY KEY,
  plan_id TEXT COLLATE "C" NOT NULL UNIQUE,
  hash BYTEA NOT NULL
);

CREATE TABLE head_subtree (
  level INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (level, number)
);

SELECT grant_service('SELECT', 'checkpoint', 'head', 'head_subtree');
