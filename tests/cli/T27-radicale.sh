#!/bin/sh
# A real server, two desks, todoman: few edits; tests/long/T-radicale.py makes many.
EDITS=16 SEEDS=6 exec "$PYTHON" "$TEST_DATA/long/T-radicale.py"
