"""What a plan stands on, on the wire."""
