# s: to another day.
desk sample
sizes 80x24
keys
s "fri"
