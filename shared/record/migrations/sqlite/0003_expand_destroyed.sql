-- What is left of a dossier that was destroyed: of each of its leaves the place in the tree, and
-- beside them what says that they may be gone.

-- The opened core of the event at seq, which the leaf of that event commits to, and the receipt that
-- the service signed for it: without keys anybody could make an event that opens to anything.
CREATE TABLE destruction (
  seq INTEGER PRIMARY KEY,
  salt BLOB NOT NULL,
  content BLOB NOT NULL,
  receipt BLOB NOT NULL
) STRICT;

CREATE TRIGGER destruction_of_an_event BEFORE INSERT ON destruction
WHEN NOT EXISTS (SELECT 1 FROM leaf JOIN stored_events USING (originator_id, originator_version)
  WHERE seq = NEW.seq AND topic LIKE '%.dossier-destroyed')
BEGIN SELECT RAISE(ABORT, 'destruction: geen gebeurtenis zegt dat'); END;

CREATE TRIGGER destruction_no_update BEFORE UPDATE ON destruction
BEGIN SELECT RAISE(ABORT, 'destruction: wat is opengelegd, verandert niet'); END;

CREATE TRIGGER destruction_no_delete BEFORE DELETE ON destruction
BEGIN SELECT RAISE(ABORT, 'destruction: wat is opengelegd, verandert niet'); END;

-- by_seq: the destruction that names it.
CREATE TABLE destroyed (
  seq INTEGER PRIMARY KEY,
  leaf_hash BLOB NOT NULL,
  by_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER destroyed_of_a_leaf BEFORE INSERT ON destroyed
WHEN NEW.by_seq <= NEW.seq
  OR NOT EXISTS (SELECT 1 FROM leaf WHERE seq = NEW.seq AND leaf_hash = NEW.leaf_hash)
  OR NOT EXISTS (SELECT 1 FROM destruction WHERE seq = NEW.by_seq)
  OR EXISTS (SELECT 1 FROM destruction WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'destroyed: dit blad is niet te vernietigen'); END;

CREATE TRIGGER destroyed_no_update BEFORE UPDATE ON destroyed
BEGIN SELECT RAISE(ABORT, 'destroyed: wat overblijft, verandert niet'); END;

CREATE TRIGGER destroyed_no_delete BEFORE DELETE ON destroyed
BEGIN SELECT RAISE(ABORT, 'destroyed: wat overblijft, verandert niet'); END;

DROP TRIGGER stored_events_no_delete;

CREATE TRIGGER stored_events_no_delete BEFORE DELETE ON stored_events
WHEN NOT EXISTS (SELECT 1 FROM leaf JOIN destroyed USING (seq, leaf_hash)
  WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version)
BEGIN SELECT RAISE(ABORT, 'stored_events: een gebeurtenis wordt alleen met haar dossier vernietigd');
END;

DROP TRIGGER leaf_no_delete;

CREATE TRIGGER leaf_no_delete BEFORE DELETE ON leaf
WHEN NOT EXISTS (SELECT 1 FROM destroyed WHERE seq = OLD.seq AND leaf_hash = OLD.leaf_hash)
  OR EXISTS (SELECT 1 FROM stored_events
    WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version)
BEGIN SELECT RAISE(ABORT, 'leaf: een blad wordt alleen met zijn dossier vernietigd'); END;

DROP TRIGGER idempotency_no_delete;

CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency
WHEN EXISTS (SELECT 1 FROM leaf LEFT JOIN destroyed USING (seq, leaf_hash)
  WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version
  AND by_seq IS NULL)
BEGIN SELECT RAISE(ABORT, 'idempotency: een antwoord wordt alleen met zijn dossier vernietigd');
END;
