# The keys that work on Prospects.
desk sample
sizes 120x36 80x24 60x16
keys
?
