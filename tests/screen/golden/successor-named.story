# On the call sheet: somebody was reached at the place of a person who left, took over is named, with the next touch.
sizes 80x24
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100, #prospect'
run note dana 'wants the second item after the holidays'
file left.eml
From: Dana Whitfield <dana@northwind.example>
To: me@desk.example
Subject: Automatic reply: pricing
Date: Fri, 20 Nov 2026 09:00:00 -0500
Message-ID: <left-1@northwind.example>
Auto-Submitted: auto-replied

I am no longer with Northwind. Please ring the office.
end
run ooo left.eml
keys
c Enter ^D r "Sam Poe, sam@northwind.example" Enter Enter
