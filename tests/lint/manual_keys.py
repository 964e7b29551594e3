#!/usr/bin/env python3
"""Writes the list of keys into the manual, from what "touchbase help keys" says.

usage: manual_keys.py TOUCHBASE MANUAL     rewrites the part between the two marks of MANUAL
       manual_keys.py TOUCHBASE MANUAL -   prints the manual as it should be
"""
import subprocess
import sys

BEGIN = '.\\" keys: begin (tests/lint/manual_keys.py writes this part)\n'
END = '.\\" keys: end\n'


def escape(text):
    text = text.replace('\\', '\\e').replace('-', '\\-')
    words = []
    for word in text.split():
        words.append('\\&' + word if word[0] in ".'!:;?,|" or len(word) <= 2 else word)
    return ' '.join(words)


def section(listing):
    out = []
    for line in listing.splitlines():
        if not line.startswith('  '):
            if out:
                out.append('.El')
            out.append('.Ss Keys: ' + line)
            out.append('.Bl -tag -width Ds -compact')
            continue
        keys, name, words = line[2:16].strip(), line[17:33].strip(), line[34:].strip()
        shown = escape(keys) if keys else '\\(em'
        out.append('.It Ic ' + shown + ' Pq ' + escape(name))
        out.append(words[0].upper() + words[1:] + '.')
    out.append('.El')
    return '\n'.join(out) + '\n'


def main():
    touchbase, manual = sys.argv[1], sys.argv[2]
    listing = subprocess.run([touchbase, 'help', 'keys'], check=True, stdout=subprocess.PIPE).stdout.decode()
    with open(manual, encoding='utf-8') as file:
        text = file.read()
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    text = head + BEGIN + section(listing) + END + tail
    if len(sys.argv) > 3:
        sys.stdout.write(text)
    else:
        with open(manual, 'w', encoding='utf-8') as file:
            file.write(text)


main()
