-- How much there is of a plan, and what is newest of it, is read out of the index alone.
DROP INDEX followed_plan;
CREATE INDEX followed_plan ON followed (plan_id, source, seq);
