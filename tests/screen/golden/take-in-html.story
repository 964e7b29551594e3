# An HTML reply with a table.
desk sample
file html.eml
From: Mona Ek <mona@polarbruk.example>
To: me@here.example
Date: Fri, 20 Nov 2026 10:02:00 +0100
Message-ID: <html-1@polarbruk.example>
Subject: Out of office
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><p>Hi,</p><p>I am on a business trip to <b>Oslo</b>.</p>
<table border=1><tr><th>Away from</th><td>Monday 23 November</td></tr><tr><th>Back on</th><td>Monday 30 November</td></tr>
<tr><th>Orders</th><td>Lars Holm, +46 8 555 0130</td></tr></table><p>Mona</p></body></html>
end
sizes 120x36 80x24 60x16
keys
o "html.eml" C-d
