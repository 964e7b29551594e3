# In Pending touches conditions are about the touch.
desk sample
sizes 120x36 80x24
keys
Tab Tab l "channel:call due:<fri" Enter
