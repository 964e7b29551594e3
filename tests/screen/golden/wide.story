# A wide window has a third column, for the notes.
desk sample
sizes 160x45 300x80
keys
j
