# A round is missed and the next one due; gr says that it is done, and how full the voicemail box is stays said.
now 2026-11-24 14:05
rounds 09:00 11:30 14:00 16:30
run add 'Ana Ruiz, Brío, ana@brio.example, #customer'
run touch ana call 15:00 catalogue
run round --now '2026-11-24 09:05' '85%'
sizes 120x36 80x24 60x16
keys
