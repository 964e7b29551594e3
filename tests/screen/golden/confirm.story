# What waits for a confirmation.
desk sample
sizes 120x36 80x24 60x16
keys
g i
