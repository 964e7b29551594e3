# A limit kept as a view: its number opens it.
desk sample
sizes 120x36 80x24
keys
l "stage:customer" Enter : "view save our customers" Enter
