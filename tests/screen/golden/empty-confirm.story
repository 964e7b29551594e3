# An empty desk: To confirm.
sizes 80x24 60x16
keys
g i
