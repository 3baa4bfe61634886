"""The services: each has its own record, rules and views, and imports no other."""
