# The views, one key each.
desk sample
sizes 80x24 60x16
keys
l "stage:customer" Enter : "view save customers" Enter l "city:toronto" Enter : "view save Toronto" Enter : "view rename 2 north" Enter : "view" Enter
