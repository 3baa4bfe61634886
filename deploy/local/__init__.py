"""What ``deploy/compose*.yaml`` describes, on this machine and without Docker."""
