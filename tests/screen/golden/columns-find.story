# ... those of find too, where words found stay marked.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[columns]
find = next words name:12
end
sizes 80x24
keys
/ "ca"
