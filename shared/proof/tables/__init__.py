"""What is kept of the proof beside the record."""
