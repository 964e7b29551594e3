# + adds a person; the line before Enter.
desk sample
sizes 80x24
keys
+ "Mia Cole, Cole Works, mia@cole.example"
