"""A witness: remembers how long the logs of others were, and cosigns when they only grew.

To be run by somebody else than who runs Vangnet: a client organisation, a neighbouring
municipality, an inspectorate. It sees no personal data: a name, a size, a hash and a time.
"""
