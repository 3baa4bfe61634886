-- The key store. Not in the record's database: whoever copies that one has no keys.
-- wrapped is NULL once a key is destroyed; the row stays, to tell "destroyed" from "never here".
CREATE TABLE data_key (
  key_id BLOB NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL,
  compartment TEXT NOT NULL,
  epoch TEXT NOT NULL,
  wrapped BLOB
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX data_key_live ON data_key (plan_id, compartment) WHERE wrapped IS NOT NULL;

CREATE INDEX data_key_destroyed ON data_key (plan_id, compartment) WHERE wrapped IS NULL;
