# Cut to what counts it is within 20 seconds and lacks nothing; filed, it stands on the call sheet as what to say.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100'
run touch dana call 'today 15:00' pricing
sizes 120x36 80x24 60x16
keys
Tab Tab m "Hi {first}, two shops like {company} cut their scrap by a fifth with our liner. Could you call me before noon, 416 555 0199?" ^D c
