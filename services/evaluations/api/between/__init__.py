"""What people see, say and hear between evaluations, on the wire."""
