# . after an edit: that was of one row alone.
desk sample
sizes 60x16
keys
t "call fri offer" Enter e ", +34 91 555 01 78" Enter .
