# An unknown number rings in the middle of a note: the note is filed, the call waits under its number until it is named, and the note goes on.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, purchasing, dana@northwind.example, +49 30 555 0100, Europe/Berlin, #prospect'
run add 'Ravi Menon, Acme, ravi@acme.example, +1 416 555 0144, #prospect'
run touch dana call 'thu 15:00' pricing
run touch ravi call fri offer
run note dana --now '2026-11-20 10:11' '"too dear for us this year"'
sizes 120x36 80x24
keys
i "a draft of" Esc r / "+33 1 4455 6677" Enter "asks for a catalogue" ^D i " the offer" Esc g w >
