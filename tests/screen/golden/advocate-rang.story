# The advocate to be asked rings first: that was the call, and thanks and a question are offered all the same.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run link ana advocate mike
run touch ana call fri advocate mike
sizes 80x24 60x16
keys
/ "mike" Enter r Enter "yes, gladly" C-d Enter - Enter
