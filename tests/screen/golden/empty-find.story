# An empty desk: Find.
sizes 80x24 60x16
keys
/ "ana"
