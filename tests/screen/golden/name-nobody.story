# Letters that begin nobody's name leave the cursor on the last one they began, and Esc goes back to where it stood.
desk sample
sizes 80x24
keys
j ' "gr" Esc ' "raxx"
