#!/usr/bin/env python3
"""Writes the lists of keys and of commands into the manual, from what "touchbase help keys" and "touchbase help
commands" say.

usage: manual_keys.py TOUCHBASE MANUAL     rewrites the parts between the marks of MANUAL
       manual_keys.py TOUCHBASE MANUAL -   prints the manual as it should be
"""
import subprocess
import sys

BEGIN = '.\\" %s: begin (tests/lint/manual_keys.py writes this part)\n'
END = '.\\" %s: end\n'


def escape(text):
    text = text.replace('\\', '\\e').replace('-', '\\-')
    words = []
    for word in text.split():
        words.append('\\&' + word if word[0] in ".'!:;?,|" or len(word) <= 2 else word)
    return ' '.join(words)


def keys(listing):
    out = []
    for line in listing.splitlines():
        if not line.startswith('  '):
            if out:
                out.append('.El')
            out.append('.Ss Keys: ' + line)
            out.append('.Bl -tag -width Ds -compact')
            continue
        keys, name, words = line[2:22].strip(), line[23:39].strip(), line[40:].strip()
        shown = escape(keys) if keys else '\\(em'
        out.append('.It Ic ' + shown + ' Pq ' + escape(name))
        out.append(words[0].upper() + words[1:] + '.')
    out.append('.El')
    return '\n'.join(out) + '\n'


def commands(listing):
    out = ['.Bl -tag -width Ds -compact']
    for line in listing.splitlines():
        names, _, words = line.strip().partition('  ')
        name, _, argument = names.partition(' ')
        words = words.strip()
        out.append('.It Ic ' + escape(':' + name) + (' Ar ' + argument.lower() if argument else ''))
        out.append(words[0].upper() + words[1:] + '.')
    out.append('.El')
    return '\n'.join(out) + '\n'


def rewrite(text, touchbase, name, write):
    listing = subprocess.run([touchbase, 'help', name], check=True, stdout=subprocess.PIPE).stdout.decode()
    head, rest = text.split(BEGIN % name)
    return head + BEGIN % name + write(listing) + END % name + rest.split(END % name)[1]


def main():
    touchbase, manual = sys.argv[1], sys.argv[2]
    with open(manual, encoding='utf-8') as file:
        text = file.read()
    text = rewrite(rewrite(text, touchbase, 'keys', keys), touchbase, 'commands', commands)
    if len(sys.argv) > 3:
        sys.stdout.write(text)
    else:
        with open(manual, 'w', encoding='utf-8') as file:
            file.write(text)


if __name__ == '__main__':
    main()
