"""The questions about what people asked of their file."""
