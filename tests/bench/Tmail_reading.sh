#!/bin/sh
# Reading auto-replies against GMime parsing alone.
exec "$BUILD"/tests/bench/bench_mail_reading "${1:-5000}"
