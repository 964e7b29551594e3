# . after x: the same outcome, and the step that this touch proposes by itself; u takes back the second alone.
desk sample
sizes 80x24
keys
Tab Tab x v Enter G k k . u
