-- Which plans the sender must look at, and when (µs since 1970 UTC; NULL: not of itself).
-- A hint: it can be made anew from what is followed.
CREATE TABLE agenda (
    plan_id text COLLATE "C" PRIMARY KEY,
    next_at bigint,
    mark bigint NOT NULL
);

CREATE INDEX agenda_next ON agenda (next_at);

-- How far each plan is followed, and how far it ever was: until it is there again, nothing is sent.
CREATE TABLE agenda_followed (
    plan_id text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    reached bigint NOT NULL,
    highest bigint NOT NULL,
    PRIMARY KEY (plan_id, source)
);

SELECT grant_service('SELECT, INSERT, UPDATE', 'agenda', 'agenda_followed');
