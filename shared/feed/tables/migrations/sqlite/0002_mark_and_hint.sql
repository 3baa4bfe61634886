-- Which event the position stands at, and where the transport should go on reading.
ALTER TABLE tracking ADD COLUMN mark TEXT;

ALTER TABLE tracking ADD COLUMN hint TEXT;
