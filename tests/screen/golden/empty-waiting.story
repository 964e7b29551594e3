# An empty desk: Waiting.
sizes 80x24 60x16
keys
g w
