# The columns of Today are picked like those of any list.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[columns]
today = words:30 company when
end
sizes 80x24
keys
gt
