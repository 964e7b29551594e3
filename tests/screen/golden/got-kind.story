# r: they reached me; what it was.
desk sample
sizes 80x24 60x16
keys
r
