-- What was ordered to be erased and was not yet: ids only, as JSON.
CREATE TABLE erasure_order (
  erasure TEXT COLLATE "C" NOT NULL,
  plan_id TEXT COLLATE "C" NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (erasure, plan_id)
);

SELECT grant_service('SELECT, INSERT, DELETE', 'erasure_order');
