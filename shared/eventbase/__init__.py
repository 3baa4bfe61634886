"""What an event, an act and a rule are: the pure base that every service's domain is written in.

No I/O, no clock, no randomness and no library besides msgspec lives here.
"""
