-- What this service followed of others. Moments are text and sorted as such, so COLLATE "C".

-- How far each source (or part of one, '<service>/<part>') was followed, which event stands there
-- and where the transport should go on reading.
CREATE TABLE tracking (
    source text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL,
    at text NOT NULL,
    mark text,
    hint text
);

-- What was followed. The data is sealed per plan, and NULL once that plan was erased.
CREATE TABLE followed (
    source text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    plan_id text COLLATE "C" NOT NULL,
    stream_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    type text NOT NULL,
    effective_at text COLLATE "C" NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    event_id text NOT NULL,
    data bytea,
    PRIMARY KEY (source, seq)
);

CREATE INDEX followed_plan ON followed (plan_id, source, seq);
CREATE INDEX followed_recorded ON followed (recorded_at);

-- The last version taken of each stream: what is below it is a duplicate, what skips one a loss.
CREATE TABLE head (
    source text COLLATE "C" NOT NULL,
    stream_id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (source, stream_id)
);

-- What could not be taken, with everything of the same plan behind it.
CREATE TABLE dead_letter (
    source text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    plan_id text COLLATE "C",
    stream_id text,
    version bigint,
    reason text NOT NULL,
    payload bytea,
    attempts bigint NOT NULL,
    parked_at text NOT NULL,
    state text NOT NULL,
    PRIMARY KEY (source, position)
);

CREATE INDEX dead_letter_parked ON dead_letter (source, plan_id) WHERE state = 'parked';

-- All of it may be emptied and followed again.
SELECT grant_service('SELECT, INSERT, UPDATE, DELETE',
    'tracking', 'followed', 'head', 'dead_letter');
