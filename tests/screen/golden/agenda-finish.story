# x on a row of the agenda: that very touch, not the person's next one; the row stays and is dimmed.
desk sample
sizes 80x24
keys
g a G x r Enter
