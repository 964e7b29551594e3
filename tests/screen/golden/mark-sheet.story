# Marks are for the lists of the desk: ; would find none made on a sheet.
desk sample
sizes 80x24 60x16
keys
g k Space
