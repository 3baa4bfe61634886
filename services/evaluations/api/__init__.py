"""The evaluations service on the web: the only place that has its Dutch names."""
