# A card is printed, written and posted: the print list holds it, w and x take it through, and the next touch is proposed.
run add 'Lena Vogt, Vogt, lena@vogt.example, #prospect'
run touch lena card today 'congratulations on the new hall'
run export cards.txt
sizes 120x36 80x24 60x16
keys
g k w C-l x Enter Esc Enter
