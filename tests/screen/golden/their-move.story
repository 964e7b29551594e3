# b: what they owe, and the guard day proposed.
desk sample
sizes 120x36 80x24 60x16
keys
b "the signed order" Enter
