"""Checks what somebody else's Vangnet says: signatures, logs and dossiers.

It stands alone: only the standard library and ``cryptography``, no network, no database. Whoever
does not trust Vangnet needs to read nothing else of it.
"""
