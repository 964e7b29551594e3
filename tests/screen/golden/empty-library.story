# An empty desk: the library.
sizes 80x24 60x16
keys
g l
