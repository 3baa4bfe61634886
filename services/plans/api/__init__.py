"""The plans service on the web: the only place where its Dutch names are tied to the code's."""
