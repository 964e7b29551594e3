# No card to write.
sizes 80x24
keys
g k
