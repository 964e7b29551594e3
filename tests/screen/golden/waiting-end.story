# One is answered, one needs no answer, one gets a name; u takes back the last of them.
now 2026-11-24 14:05
run add 'Ana Ruiz, Brío, ana@brio.example, #customer'
run add 'Lena Vogt, Vogt, lena@vogt.example, #prospect'
run add 'Bo Lind, Kessler, #prospect'
run got --now '2026-11-24 09:20' '+49 30 998877' voicemail 'please ring back'
run got --now '2026-11-24 09:30' '+49 30 998877' missed
run got --now '2026-11-24 10:05' ana email 'The price for 40 units'
run got --now '2026-11-24 10:15' lena email 'a newsletter'
run got --now '2026-11-24 10:25' '' missed
sizes 80x24
keys
g w Enter "bo" Enter j x Enter j x n G x n u gg
