"""The family version, on the wire and as a page to print."""
