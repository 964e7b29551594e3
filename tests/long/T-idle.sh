#!/bin/sh
# More than a minute of nothing: one wake-up for the minute and no other.
IDLE=${IDLE:-70} exec "${PYTHON:-/usr/bin/python3}" "$(dirname "$0")/../screen/T-elsewhere.py"
