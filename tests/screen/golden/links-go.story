# 2gp goes to the second person linked; the desk follows.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run add 'Jo Lindqvist, Brio, #prospect'
run link ana reference mike
run link jo assistant of ana
sizes 80x24
keys
/ "ana" Enter 2gp
