"""Every requirement of the work: what keeps it, and which test would notice if nothing did."""
