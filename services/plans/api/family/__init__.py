"""The dossier and its people, on the wire."""
