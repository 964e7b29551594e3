# Hanging up asks whether this was the planned call; it is done then, and the next one is proposed.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, purchasing, dana@northwind.example, +49 30 555 0100, Europe/Berlin, #prospect'
run add 'Ravi Menon, Acme, ravi@acme.example, +1 416 555 0144, #prospect'
run touch dana call 'thu 15:00' pricing
run touch ravi call fri offer
run note dana --now '2026-11-20 10:11' '"too dear for us this year"'
sizes 80x24
keys
r Enter "wants two" pass 130s ^D Enter Enter
