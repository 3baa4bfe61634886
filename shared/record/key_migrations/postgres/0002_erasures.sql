-- How often a key was destroyed, for other processes that still have keys in memory.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  times BIGINT NOT NULL
);

INSERT INTO erasure VALUES (1, 0);

SELECT grant_service('SELECT, UPDATE', 'erasure');
