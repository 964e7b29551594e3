# An empty desk: the steps.
sizes 80x24 60x16
keys
U
