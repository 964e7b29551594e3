# What waits: a person with several things in one row, callers nobody knows, one put off, red after four working hours.
now 2026-11-24 14:05
run add 'Ana Ruiz, Brío, ana@brio.example, +34 91 555 0101, #customer'
run add 'Ravi Menon, Acme, ravi@acme.example, +1 416 555 0144, #prospect'
run add 'Lena Vogt, Vogt, lena@vogt.example, #prospect'
run got --now '2026-11-23 15:30' ana voicemail 'Could you send the catalogue again, and ring me about the second item before Friday?'
run got --now '2026-11-24 09:20' '+49 30 998877' missed
run got --now '2026-11-24 10:05' ravi email 'The price for 40 units'
run got --now '2026-11-24 10:40' '' missed
run got --now '2026-11-24 10:50' '+49 30 998877' voicemail 'please ring back'
run got --now '2026-11-24 11:15' ana missed
run got --now '2026-11-24 11:20' lena message 'are you at the fair?'
sizes 120x36 80x24 60x16
keys
g w G s Enter gg
