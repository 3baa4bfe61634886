-- How far this service's feed was relayed, with the id of the event there.
CREATE TABLE relay (
    source TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    mark TEXT
) STRICT;

-- Which topics it was relayed to: a topic that was removed and made again has another id.
CREATE TABLE relay_topic (
    topic TEXT PRIMARY KEY,
    id TEXT NOT NULL
) STRICT;
