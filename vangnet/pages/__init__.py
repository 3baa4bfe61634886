"""Pages about a town for people: what is where, and which events there are."""
