# The desk with sample data.
desk sample
sizes 120x36 80x24 60x16
keys
C-l
