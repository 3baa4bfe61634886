"""What people may ask of their file, on the wire."""
