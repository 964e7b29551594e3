# ; s: the question says how many, and how many of them are promised.
desk sample
sizes 120x36 80x24 60x16
keys
Tab Tab V 9 j V ; s
