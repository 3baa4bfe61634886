"""What whoever runs Vangnet can see of it: metrics and traces, and never what a plan says.

A label or an attribute holds a name that stands in the code, a number or a status. No plan, no
person, no path, no text of an exception: those can quote what somebody wrote.
"""
