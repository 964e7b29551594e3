# Find as one types: case and accents folded.
desk sample
sizes 120x36 80x24 60x16
keys
/ "zoe"
