# What is wrong is said when the desk opens.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
theme = drak
[keys]
person.noet = x
end
sizes 80x24
keys
