#!/usr/bin/env python3
"""Writes the list of settings into the manual, from what "touchbase help settings" says.

usage: manual_settings.py TOUCHBASE MANUAL     rewrites the part between the two marks of MANUAL
       manual_settings.py TOUCHBASE MANUAL -   prints the manual as it should be
"""
import re
import subprocess
import sys

from manual_keys import escape

BEGIN = '.\\" settings: begin (tests/lint/manual_settings.py writes this part)\n'
END = '.\\" settings: end\n'


def settings(lines):
    for line in lines:
        name = line[2:19].strip()
        usual, words = re.fullmatch(r'(.*?) {2,}(\S.*)', line[20:]).groups()
        yield '.It Va ' + name + (' No = ' + escape(usual) if usual else '')
        yield words[0].upper() + words[1:] + '.'


def parts(listing):
    heads = {}
    for line in listing.splitlines():
        if not line.startswith('  '):
            lines = heads[line] = []
        else:
            lines.append(line)
    return heads


def section(listing):
    heads = parts(listing)
    out = ['.Bl -tag -width Ds -compact', *settings(heads['settings']), '.El', '.Ss Section [colours]',
           'A line says how one of these looks:']
    names = [line.strip() for line in heads['[colours]']]
    out += ['.Va ' + name + ' ,' for name in names[:-1]] + ['.Va ' + names[-1] + ' .', '.Ss Section [columns]',
            'A line says what one of these lists shows, in its order; the first ones are usual:',
            '.Bl -tag -width Ds -compact']
    for line in heads['[columns]']:
        name, words = line.strip().split(' = ')
        out += ['.It Va ' + name, words[0].upper() + words[1:] + '.']
    return '\n'.join(out + ['.El']) + '\n'


def main():
    touchbase, manual = sys.argv[1], sys.argv[2]
    listing = subprocess.run([touchbase, 'help', 'settings'], check=True, stdout=subprocess.PIPE).stdout.decode()
    with open(manual, encoding='utf-8') as file:
        text = file.read()
    head, rest = text.split(BEGIN)
    text = head + BEGIN + section(listing) + END + rest.split(END)[1]
    if len(sys.argv) > 3:
        sys.stdout.write(text)
    else:
        with open(manual, 'w', encoding='utf-8') as file:
            file.write(text)


main()
