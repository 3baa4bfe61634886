"""How a service learns what another service recorded: it follows its feed (design section 5).

The only effect of following is that messages are stored in the follower's inbox, in the same
transaction as how far it came. What the service makes of them is a pure fold over its own
events and its inbox, so that emptying the inbox and pulling again gives the same state.
"""
