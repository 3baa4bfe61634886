-- The signer goes through what is left of destroyed dossiers as well.
DO $$
DECLARE
  signer text := 'vangnet_' || current_schema() || '_signer';
BEGIN
  IF to_regrole(signer) IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON destruction, destroyed TO %I', signer);
  END IF;
END $$;
