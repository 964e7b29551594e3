# A card is printed, written and posted: the print list holds its address and text and that of a long name in no Latin letters, names who has none; w and x take the card through, and the next touch is proposed.
file cards.vcf
BEGIN:VCARD
VERSION:3.0
FN:Lena Vogt
ORG:Vogt & Söhne
EMAIL:lena@vogt.example
ADR:;;Hauptstraße 1;Berlin;;10115;Germany
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:王小明
ORG:东方泵业
ADR:;;浦东南路 1;上海;;200120;中国
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jo Lindqvist
END:VCARD
end
file card.txt
Dear {first},

congratulations on the new hall! May every one of its presses run as quietly as you said they would, and may the people who work there find that the move was worth the long winter it took; I will come by in spring, if I may, and you will show me round.
end
run import cards.vcf
run touch lena card today 'congratulations on the new hall'
run touch 王小明 letter today thanks
run touch jo postcard today hello
run message --for lena card card.txt
run message --for 王小明 letter card.txt
run message --for jo postcard card.txt
run export cards.txt
then cards.txt
sizes 120x36 80x24 60x16
keys
g k w C-l x Enter Esc Enter
