# One Enter accepts all that waits to be confirmed, shown by reason before.
desk sample
sizes 80x24
keys
gi A
