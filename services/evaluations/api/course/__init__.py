"""How it goes, on the wire."""
