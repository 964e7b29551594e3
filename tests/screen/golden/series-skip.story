# K leaves out one of a touch that repeats; the sheet says by which rule the next one comes.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, #prospect'
run touch ana call 'every 2 weeks on tue 2pm' 'offer for the pump'
sizes 120x36 80x24 60x16
keys
K Enter
