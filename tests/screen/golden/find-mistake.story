# A mistake is said; the rows stay those of before.
desk sample
sizes 120x36 80x24 60x16
keys
/ "stage:boss"
