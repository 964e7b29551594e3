# t: planned; the row appears under its day.
desk sample
sizes 120x36 80x24
keys
t "call tue 2pm offer" Enter
