#!/bin/sh
# What the reader's lexicons take: opened, and a language that is met.
set -e
"$BUILD/tests/bench/bench_reader"
