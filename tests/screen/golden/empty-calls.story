# Nobody is to be called: a desk without anyone on it.
sizes 120x36 80x24 60x16
keys
g c
