# ... and it is noted for all of them.
desk sample
sizes 80x24
keys
Space j j Space ; b "the signed order" Enter "fri" Enter
