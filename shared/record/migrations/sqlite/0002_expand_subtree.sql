-- Roots of complete subtrees of the log's tree (RFC 6962): level 4 covers 16 leaves, level 8 covers
-- 256. Derived from the leaves; what proves something reads them instead of all leaves.
CREATE TABLE subtree (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER subtree_no_update BEFORE UPDATE ON subtree
BEGIN SELECT RAISE(ABORT, 'subtree: een deelboom wordt nooit gewijzigd'); END;

CREATE TRIGGER subtree_no_delete BEFORE DELETE ON subtree
BEGIN SELECT RAISE(ABORT, 'subtree: een deelboom wordt nooit verwijderd'); END;
