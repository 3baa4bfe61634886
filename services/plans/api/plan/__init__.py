"""The plan and its versions, on the wire."""
