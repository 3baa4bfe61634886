-- What is left of a dossier that was destroyed: of each of its leaves the place in the tree, and
-- beside them what says that they may be gone.

-- The opened core of the event at seq, which the leaf of that event commits to, and the receipt that
-- the service signed for it: without keys anybody could make an event that opens to anything.
CREATE TABLE destruction (
  seq BIGINT NOT NULL PRIMARY KEY,
  salt BYTEA NOT NULL,
  content BYTEA NOT NULL,
  receipt BYTEA NOT NULL
);

SELECT write_once('destruction', 'destruction: wat is opengelegd, verandert niet');

-- by_seq: the destruction that names it.
CREATE TABLE destroyed (
  seq BIGINT NOT NULL PRIMARY KEY,
  leaf_hash BYTEA NOT NULL,
  by_seq BIGINT NOT NULL
);

SELECT write_once('destroyed', 'destroyed: wat overblijft, verandert niet');

-- The guards look into these tables and no others: whoever runs a statement chooses where its
-- names are looked up, and could otherwise put tables of their own in front.
CREATE FUNCTION guard_destruction() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM leaf JOIN stored_events USING (originator_id, originator_version)
    WHERE seq = NEW.seq AND topic LIKE '%.dossier-destroyed')
  THEN
    RAISE EXCEPTION 'destruction: geen gebeurtenis zegt dat'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER destruction_of_an_event BEFORE INSERT ON destruction FOR EACH ROW
EXECUTE FUNCTION guard_destruction();

CREATE FUNCTION guard_destroyed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.by_seq <= NEW.seq
    OR NOT EXISTS (SELECT 1 FROM leaf WHERE seq = NEW.seq AND leaf_hash = NEW.leaf_hash)
    OR NOT EXISTS (SELECT 1 FROM destruction WHERE seq = NEW.by_seq)
    OR EXISTS (SELECT 1 FROM destruction WHERE seq = NEW.seq)
  THEN
    RAISE EXCEPTION 'destroyed: dit blad is niet te vernietigen'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER destroyed_of_a_leaf BEFORE INSERT ON destroyed FOR EACH ROW
EXECUTE FUNCTION guard_destroyed();

CREATE FUNCTION guard_event() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM leaf JOIN destroyed USING (seq, leaf_hash)
    WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version)
  THEN
    RAISE EXCEPTION 'stored_events: een gebeurtenis wordt alleen met haar dossier vernietigd'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER stored_events_rows ON stored_events;

CREATE TRIGGER stored_events_rows BEFORE UPDATE ON stored_events FOR EACH ROW
EXECUTE FUNCTION refuse('stored_events: een gebeurtenis wordt nooit gewijzigd');

CREATE TRIGGER stored_events_gone BEFORE DELETE ON stored_events FOR EACH ROW
EXECUTE FUNCTION guard_event();

CREATE FUNCTION guard_leaf() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM destroyed WHERE seq = OLD.seq AND leaf_hash = OLD.leaf_hash)
    OR EXISTS (SELECT 1 FROM stored_events
      WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version)
  THEN
    RAISE EXCEPTION 'leaf: een blad wordt alleen met zijn dossier vernietigd'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER leaf_rows ON leaf;

CREATE TRIGGER leaf_rows BEFORE UPDATE ON leaf FOR EACH ROW
EXECUTE FUNCTION refuse('leaf: een blad wordt nooit gewijzigd');

CREATE TRIGGER leaf_gone BEFORE DELETE ON leaf FOR EACH ROW
EXECUTE FUNCTION guard_leaf();

CREATE FUNCTION guard_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM leaf LEFT JOIN destroyed USING (seq, leaf_hash)
    WHERE originator_id = OLD.originator_id AND originator_version = OLD.originator_version
    AND by_seq IS NULL)
  THEN
    RAISE EXCEPTION 'idempotency: een antwoord wordt alleen met zijn dossier vernietigd'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER idempotency_rows ON idempotency;

CREATE TRIGGER idempotency_rows BEFORE UPDATE ON idempotency FOR EACH ROW
EXECUTE FUNCTION refuse('idempotency: een antwoord wordt nooit gewijzigd');

CREATE TRIGGER idempotency_gone BEFORE DELETE ON idempotency FOR EACH ROW
EXECUTE FUNCTION guard_answer();

SELECT grant_service('SELECT, INSERT', 'destruction', 'destroyed');
SELECT grant_service('DELETE', 'stored_events', 'leaf', 'idempotency');
