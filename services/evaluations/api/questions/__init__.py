"""What evaluations knows at each of the ten questions of an inspector (domain 3.10)."""
