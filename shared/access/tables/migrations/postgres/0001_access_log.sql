-- The access log (design section 6, NEN 7513): append-only rows in one hash chain.

CREATE FUNCTION access_field(entry text, field text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN entry::json ->> field;

-- plan_id and subject are read from the hashed text itself, so that no column can say anything
-- else than it does.
CREATE TABLE access_log (
    seq bigint PRIMARY KEY,
    entry text NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    plan_id text GENERATED ALWAYS AS (access_field(entry, 'plan_id')) STORED,
    subject text GENERATED ALWAYS AS (access_field(entry, 'subject')) STORED
);

CREATE INDEX access_log_by_plan ON access_log (plan_id, seq);
CREATE INDEX access_log_by_subject ON access_log (subject, seq);

SELECT write_once('access_log', 'access_log is append-only');

-- LOCK TABLE, with which writers take turns, asks for more than INSERT; the guard refuses an UPDATE
-- all the same.
SELECT grant_service('SELECT, INSERT, UPDATE', 'access_log');
