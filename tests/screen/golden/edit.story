# e on a touch: its line.
desk sample
sizes 80x24
keys
Tab Tab e
