# Past the pace: the days and channels of the last two weeks stand above the warning (rule 7).
desk empty
run add 'Ravi Menon, Acme'
run --now '2026-11-10 10:00' got ravi call 'asks for the price'
run --now '2026-11-18 10:05' got ravi email 'got the list'
run touch ravi call fri pricing
sizes 120x36 80x24 60x16
keys
t "call mon 2pm offer" Enter
