# x: the outcome row.
desk sample
sizes 120x36 80x24 60x16
keys
x
