"""What every service is built on: its settings, the world outside, its record, log and feed."""
