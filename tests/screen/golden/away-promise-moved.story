# An absence lands on a promise: the answer moves the promise behind the return, and no other touch is lost.
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100, #prospect'
run touch dana '!call' 'tue 15:00' 'the second item'
run touch dana email wed 'price list'
file away.eml
From: Dana Whitfield <dana@northwind.example>
Subject: Automatic reply: the second item
Date: Sat, 21 Nov 2026 10:00:00 -0500
Message-ID: <p1@northwind.example>
Auto-Submitted: auto-replied

I am on vacation in Mexico until Friday, November 27, 2026 and back on Monday, November 30, 2026.
end
sizes 120x36 80x24 60x16
keys
o "away.eml" C-d 1 a Enter Tab Tab
