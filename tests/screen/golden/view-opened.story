# g and a number open a view from anywhere.
desk sample
sizes 80x24
keys
l "stage:customer" Enter : "view save customers" Enter l Enter g 1
