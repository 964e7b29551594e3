# i right after a note was filed goes on in it; the pane i was typed in has the focus back.
desk sample
sizes 80x24
keys
j i "first line" Esc i " and more" Esc j
