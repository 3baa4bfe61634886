-- What every schema of a service has beside its tables. Run at each migration, and changes nothing
-- the second time.

-- The role whose members are the service: it can do what the service does and no more. Somebody
-- who may not make roles goes on without one, and then the service runs as the owner of the tables.
DO $$
DECLARE
  service text := 'vangnet_' || current_schema();
BEGIN
  IF to_regrole(service) IS NULL THEN
    EXECUTE format('CREATE ROLE %I NOLOGIN', service);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), service);
EXCEPTION
  -- Another database of this cluster may be making it at this moment.
  WHEN duplicate_object OR unique_violation THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), service);
  WHEN insufficient_privilege THEN
    RAISE WARNING 'De rol % is niet gemaakt: deze gebruiker mag dat niet.', service;
END $$;

-- Gives the service rights on tables: SELECT grant_service('SELECT, INSERT', 'one', 'another').
CREATE OR REPLACE FUNCTION grant_service(rights text, VARIADIC tables text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  service text := 'vangnet_' || current_schema();
  one text;
BEGIN
  IF to_regrole(service) IS NULL THEN
    RETURN;
  END IF;
  FOREACH one IN ARRAY tables LOOP
    EXECUTE format('GRANT %s ON %I TO %I', rights, one, service);
  END LOOP;
END $$;

-- Refuses a statement with the message that its trigger gives.
CREATE OR REPLACE FUNCTION refuse() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Guards rows that are written once: SELECT write_once('a_table', 'what to say').
CREATE OR REPLACE FUNCTION write_once(guarded text, message text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse(%L)',
    guarded || '_rows', guarded, message);
  EXECUTE format(
    'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse(%L)',
    guarded || '_whole', guarded, message);
END $$;
