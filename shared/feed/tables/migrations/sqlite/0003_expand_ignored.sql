-- Types of messages that were of no use here when they came by: should a newer version understand
-- one of them, the source is followed again from its start.
CREATE TABLE ignored (
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    PRIMARY KEY (source, type)
) STRICT, WITHOUT ROWID;

-- Nobody knows what was ignored until now.
INSERT INTO ignored SELECT source, '*' FROM tracking WHERE source NOT LIKE '%/%';
