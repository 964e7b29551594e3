# A message of 20 seconds: what it says to Dana with what is not known of her, and the flags as it is typed.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100'
run touch dana call 'today 15:00' pricing
sizes 120x36 80x24 60x16
keys
Tab Tab m "Hi {first}, this is Ann Lee of Fine Liners. When we met in {place} you told me what your people do all day long at {company}, and I have thought a lot about that since then, about the presses, about the two shifts, and about what Tom said when the three of us had lunch there."
