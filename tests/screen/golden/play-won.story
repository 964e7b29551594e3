# A deal is won: its play is shown at once; Enter plans a card and a call.
run add 'Ana Ruiz, Brío, ana@brio.example, +34 600 000 001'
sizes 120x36 80x24 60x16
keys
$ "4800 won"
Enter
