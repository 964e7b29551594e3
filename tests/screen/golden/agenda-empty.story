# The agenda of a desk without anybody.
sizes 120x36 80x24 60x16
keys
g a
