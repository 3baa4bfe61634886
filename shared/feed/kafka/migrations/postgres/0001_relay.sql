-- How far this service's feed was relayed, with the id of the event there.
CREATE TABLE relay (
    source text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL,
    mark text
);

-- Which topics it was relayed to: a topic that was removed and made again has another id.
CREATE TABLE relay_topic (
    topic text COLLATE "C" PRIMARY KEY,
    id text NOT NULL
);

SELECT grant_service('SELECT, INSERT, UPDATE', 'relay', 'relay_topic');
