# A day of next month, by keys that count; what is on it can be acted upon.
desk sample
sizes 120x36 80x24 60x16
keys
g a } [ 3 Right j
