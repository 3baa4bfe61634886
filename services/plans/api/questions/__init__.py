"""The ten questions that an inspector asks of a dossier (domain 3.10)."""
