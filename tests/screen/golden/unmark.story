# Esc forgets the ; first, then the marks.
desk sample
sizes 80x24
keys
5 Space ; Esc Esc : "unmark" Enter
