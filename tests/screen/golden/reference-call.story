# A touch that names a reference: the opener gives their name.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run link ana reference mike
run touch ana call today reference mike
sizes 120x36 80x24 60x16
keys
/ "ana" Enter c
