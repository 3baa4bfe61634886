-- What was ordered to be erased and was not yet: ids only, as JSON.
CREATE TABLE erasure_order (
  erasure TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (erasure, plan_id)
) STRICT, WITHOUT ROWID;
