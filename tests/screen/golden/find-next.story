# n goes on with what was found, in the list's own order.
desk sample
sizes 120x36 80x24
keys
/ "stage:customer" Enter q n
