# The call sheet of a promise that was missed says so.
now 2026-11-23 09:00
run add --now '2026-11-20 15:00' 'Ana Ruiz, Brío, ana@brio.example, +34 600 000 001'
run touch --now '2026-11-20 15:00' ana '!call' '2026-11-20 15:30' 'the offer'
sizes 80x24
keys
c
