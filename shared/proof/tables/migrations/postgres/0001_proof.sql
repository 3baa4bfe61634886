-- What the signer published: checkpoints of the record and of the access log, and where each plan
-- ended at the newest one of the record.
CREATE TABLE checkpoint (
  log TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  size BIGINT NOT NULL,
  at BIGINT NOT NULL,
  note BYTEA NOT NULL,
  PRIMARY KEY (log, number)
);

SELECT write_once('checkpoint', 'checkpoint: wat ondertekend is, verandert niet');

-- The tree of heads: its leaves, in the order in which the plans began, and one level in four above.
CREATE TABLE ending (
  number BIGINT NOT NULL PRIMARY KEY,
  plan_id TEXT COLLATE "C" NOT NULL UNIQUE,
  hash BYTEA NOT NULL
);

CREATE TABLE ending_subtree (
  level INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (level, number)
);

SELECT grant_service('SELECT', 'checkpoint', 'ending', 'ending_subtree');

-- The role of the signer: reads the record, and writes what it signed and nothing else.
DO $$
DECLARE
  signer text := 'vangnet_' || current_schema() || '_signer';
BEGIN
  IF to_regrole(signer) IS NULL THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN', signer);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), signer);
  EXECUTE format(
    'GRANT SELECT ON migration, store, stored_events, leaf, frontier, subtree, checkpoint, ending,
    ending_subtree TO %I', signer);
  IF to_regclass('access_log') IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON access_log TO %I', signer);
  END IF;
  EXECUTE format('GRANT INSERT ON checkpoint TO %I', signer);
  EXECUTE format('GRANT INSERT, UPDATE ON ending, ending_subtree TO %I', signer);
  -- Before PostgreSQL 17 the lock that makes it the only one asks for more than a right to insert.
  -- The trigger refuses every use of it.
  EXECUTE format('GRANT DELETE ON checkpoint TO %I', signer);
EXCEPTION
  WHEN insufficient_privilege THEN
    -- Its rights are given here and nowhere else: without it nothing would ever be signed.
    RAISE EXCEPTION 'De rol % ontbreekt. Maak die als beheerder: CREATE ROLE % NOLOGIN', signer, signer;
END $$;
