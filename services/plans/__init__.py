"""Plans: the dossier and the safety plan, from the first worry to the closing."""
