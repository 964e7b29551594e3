# Several are meant: their names stand above what was typed.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run add 'Jo Lindqvist, Brio, #prospect'
sizes 80x24
keys
/ "mike" Enter & "advocate for brio" Enter
