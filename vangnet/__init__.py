"""Puts the services together in one process, and the command line that runs and keeps them."""
