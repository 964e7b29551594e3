# The contact sheet of somebody who is away.
desk sample
sizes 120x36 80x24 60x16
keys
j Enter
