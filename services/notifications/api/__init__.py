"""The notifications service on the web: the only place where its Dutch names are tied to code."""
