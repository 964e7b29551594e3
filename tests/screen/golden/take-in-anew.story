# The answers are taken back: the question stands again.
open --demo
sizes 80x24
keys
1 k 0
