-- Types of messages that were of no use here when they came by: should a newer version understand
-- one of them, the source is followed again from its start.
CREATE TABLE ignored (
    source text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    PRIMARY KEY (source, type)
);

-- Nobody knows what was ignored until now.
INSERT INTO ignored SELECT source, '*' FROM tracking WHERE source NOT LIKE '%/%';

SELECT grant_service('SELECT, INSERT, DELETE', 'ignored');
