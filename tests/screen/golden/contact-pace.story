# The pace of the last two weeks, a letter a day; the evening has come where she is.
desk sample
now 2026-11-10 14:05
run got "Ana Ruiz" call
sizes 120x36 80x24
keys
/ "ana" Enter
