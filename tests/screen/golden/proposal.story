# x, an outcome, and the proposal of the next touch; nothing is stored yet.
desk sample
sizes 120x36 80x24
keys
x v
