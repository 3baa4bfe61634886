"""Changes the domain in small ways and sees whether a test notices: ``make mutate``."""
