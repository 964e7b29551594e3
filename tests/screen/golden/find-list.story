# What was found as a list.
desk sample
sizes 80x24
keys
/ "stage:customer" ^L
