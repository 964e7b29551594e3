# . after a note: filed on the next person too.
desk sample
sizes 80x24
keys
i "met at the fair" Esc j .
