"""The questions about erasing what may no longer be kept."""
