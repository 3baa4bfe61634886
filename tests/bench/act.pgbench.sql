-- What one act writes, and nothing else: its key, then its event with leaf and frontier, in the
-- order of the locks that the service takes. A database of their own for the keys is another
-- connection and the same server: its commit is one too. What stands in a pipeline travels at once.
\startpipeline
BEGIN;
LOCK TABLE data_key IN EXCLUSIVE MODE;
INSERT INTO data_key VALUES (
  uuid_send(gen_random_uuid()), lpad(to_hex(:client_id::int), 32, '0'),
  'item:' || gen_random_uuid(), '0123456789abcdef', decode(repeat('4b', 40), 'hex'));
COMMIT;
\endpipeline
\startpipeline
BEGIN;
LOCK TABLE stored_events IN EXCLUSIVE MODE;
INSERT INTO stored_events SELECT
  lpad(to_hex(:client_id::int), 32, '0'), size + 1, lpad(to_hex(:client_id::int), 32, '0'),
  'plan.agreement-made', decode(repeat('5e', :state_bytes::int), 'hex') FROM frontier;
INSERT INTO leaf SELECT
  size + 1, lpad(to_hex(:client_id::int), 32, '0'), size + 1,
  lpad(to_hex(:client_id::int), 32, '0'), recorded_at + 1, uuid_send(gen_random_uuid()),
  decode(repeat('01', 32), 'hex'), decode(repeat('02', 32), 'hex'), decode(repeat('03', 32), 'hex')
  FROM frontier;
UPDATE frontier SET size = size + 1, recorded_at = recorded_at + 1,
  peaks = decode(repeat('04', :peaks_bytes::int), 'hex') WHERE id = 1;
COMMIT;
\endpipeline
