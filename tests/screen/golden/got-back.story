# Then whether they are back early.
sizes 80x24 60x16
run add 'Dana Whitfield, Northwind, dana@northwind.example, #prospect'
run touch dana call '24 nov 10:00' pricing
file away.eml
From: Dana Whitfield <dana@northwind.example>
To: me@desk.example
Subject: Automatic reply: pricing
Date: Fri, 20 Nov 2026 09:00:00 -0500
Message-ID: <away-1@northwind.example>
Auto-Submitted: auto-replied

I am on vacation in Mexico, back on Monday, November 30.
end
run ooo away.eml
keys
r Enter "asks for the price" ^D Enter
