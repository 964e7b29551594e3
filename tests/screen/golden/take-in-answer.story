# A question of the play is answered: the promise moves behind the return.
open --demo
sizes 120x36 80x24
keys
1 a
