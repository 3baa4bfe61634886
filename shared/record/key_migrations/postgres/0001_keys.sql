-- The key store. Not in the record's database: whoever copies that one has no keys.
-- wrapped is NULL once a key is destroyed; the row stays, to tell "destroyed" from "never here".
CREATE TABLE data_key (
  key_id BYTEA NOT NULL PRIMARY KEY,
  plan_id TEXT COLLATE "C" NOT NULL,
  compartment TEXT COLLATE "C" NOT NULL,
  epoch TEXT COLLATE "C" NOT NULL,
  wrapped BYTEA
);

CREATE UNIQUE INDEX data_key_live ON data_key (plan_id, compartment) WHERE wrapped IS NOT NULL;

CREATE INDEX data_key_destroyed ON data_key (plan_id, compartment) WHERE wrapped IS NULL;

CREATE TRIGGER data_key_stays BEFORE UPDATE ON data_key FOR EACH ROW
WHEN (OLD.wrapped IS NULL
  OR (NEW.key_id, NEW.plan_id, NEW.compartment)
    IS DISTINCT FROM (OLD.key_id, OLD.plan_id, OLD.compartment))
EXECUTE FUNCTION refuse('data_key: een vernietigde sleutel komt niet terug');

CREATE TRIGGER data_key_no_delete BEFORE DELETE ON data_key FOR EACH ROW
EXECUTE FUNCTION refuse('data_key: de regel van een sleutel blijft staan');

CREATE TRIGGER data_key_whole BEFORE TRUNCATE ON data_key FOR EACH STATEMENT
EXECUTE FUNCTION refuse('data_key: de regel van een sleutel blijft staan');

SELECT grant_service('SELECT', 'migration');
SELECT grant_service('SELECT, INSERT, UPDATE', 'data_key');
