"""Sending notices: the only thing in the system that happens because time passes (W8.4, R24).

Nothing here can be reached from following or rebuilding: those mark an agenda, and a sender
of its own type looks at it.
"""
