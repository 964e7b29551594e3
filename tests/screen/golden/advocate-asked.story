# Counting on an advocate plans the call that asks them.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run link ana reference mike
run link ana advocate mike
sizes 80x24
keys
/ "ana" Enter t "call 27/11/2026 advocate mike" Enter gp
