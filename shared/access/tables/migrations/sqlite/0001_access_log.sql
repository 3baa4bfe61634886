-- The access log (design section 6, NEN 7513): append-only rows in one hash chain.
CREATE TABLE access_log (
    seq INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    -- Read from the hashed text itself, so that no column can say anything else than it does.
    plan_id TEXT GENERATED ALWAYS AS (json_extract(entry, '$.plan_id')) VIRTUAL,
    subject TEXT GENERATED ALWAYS AS (json_extract(entry, '$.subject')) VIRTUAL
) STRICT;

CREATE INDEX access_log_by_plan ON access_log (plan_id, seq);
CREATE INDEX access_log_by_subject ON access_log (subject, seq);

CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log
BEGIN
    SELECT RAISE(ABORT, 'access_log is append-only');
END;

CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log
BEGIN
    SELECT RAISE(ABORT, 'access_log is append-only');
END;
