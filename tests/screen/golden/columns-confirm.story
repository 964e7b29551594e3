# ... and those of To confirm; mistakes in other lines change nothing here.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[columns]
to-confirm = why name
history = stepp
to-confrim = name
end
sizes 80x24
keys
gi
