# The steps made, the last one undone.
desk sample
run touch 'Ana Ruiz' call 'mon 10:00' catalogue
run note 'Ana Ruiz' 'wants the printed one'
run undo
sizes 120x36 80x24 60x16
keys
U
