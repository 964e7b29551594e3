# They were reached: the reference hears how it went, one Enter plans it.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run link ana reference mike
run touch ana call today reference mike
sizes 80x24 60x16
keys
/ "ana" Enter x r - Enter
