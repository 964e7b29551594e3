# Cards to write; one was written here and stays in its place until the order is taken anew.
desk sample
sizes 120x36 80x24 60x16
keys
g k j w
