#!/bin/sh
# A real server, two desks, a folder of another program: few edits; tests/long/T-radicale.py makes many.
EDITS=20 exec "$PYTHON" "$TEST_DATA/long/T-radicale.py"
