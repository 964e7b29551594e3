# 2u takes two steps back, ^R brings one again.
desk sample
sizes 80x24
keys
i "first" Esc i ", more" Esc j i "second" Esc j i "third" Esc 2 u ^R
