#!/bin/sh
# 200 kills at random moments of typing; SEED=N makes a run come again.
KILLS=${KILLS:-200} exec "${PYTHON:-/usr/bin/python3}" "$(dirname "$0")/../screen/T-drafts.py"
