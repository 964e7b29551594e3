# Words and conditions in one box.
desk sample
run tag zoe wine
sizes 120x36 80x24 60x16
keys
/ "stage:prospect -tag:wine"
