-- Roots of complete subtrees of the log's tree (RFC 6962): level 4 covers 16 leaves, level 8 covers
-- 256. Derived from the leaves; what proves something reads them instead of all leaves.
CREATE TABLE subtree (
  level INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (level, number)
);

SELECT write_once('subtree', 'subtree: een deelboom wordt nooit gewijzigd of verwijderd');

SELECT grant_service('SELECT, INSERT', 'subtree');
