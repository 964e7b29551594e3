# The contact sheet shows the web of links, & makes one, Tab knows kinds and names.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run add 'Jo Lindqvist, Brio, #prospect'
run link ana reference mike
run link jo assistant of ana
sizes 120x36 80x24 60x16
keys
/ "ana" Enter & adv Tab " jo" Tab Enter
