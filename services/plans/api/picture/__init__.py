"""The picture of the family, on the wire."""
