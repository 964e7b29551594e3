# t: a whole touch in one line, before Enter.
desk sample
sizes 80x24
keys
t "call tue 2pm offer"
