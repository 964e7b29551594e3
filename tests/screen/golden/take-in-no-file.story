# A path that leads nowhere is taken for words: it stands there, and nothing is made of it.
desk sample
sizes 120x36 80x24 60x16
keys
o "no/such/reply.eml" C-d
